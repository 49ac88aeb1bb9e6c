<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>Close without saving</source>
        <translation>不保存，直接关闭</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>收起</translation>
    </message>
</context>
<context>
    <name>BatchExportDialog</name>
    <message>
        <source>Send items as a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find by title, text or unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent yet only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>BatchImportDialog</name>
    <message>
        <source>Take in a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a batch file here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is verified first, and nothing is taken in before you have seen what it would change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What the batch would change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Unexpected fault</source>
        <translation>意外故障</translation>
    </message>
    <message>
        <source>Something unexpected happened. What was saved is kept; you can go on working. A report without any text of your items was written to:</source>
        <translation>程序出现意外故障。已保存的内容没有丢失，可以继续工作。故障报告（不含任何稿件内容）已写到：</translation>
    </message>
    <message>
        <source>Details of the fault</source>
        <translation>故障详情</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DistributionDialog</name>
    <message>
        <source>Distribution list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed at the foot of the last page. The copies printed are the sum of this list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this list for the next issues of the series too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>DistributionEdit</name>
    <message>
        <source>Distribution list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a recipient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished">移除</translation>
    </message>
    <message>
        <source>{count} copies in all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DistributionModel</name>
    <message>
        <source>Way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>FirstRunDialog</name>
    <message>
        <source>Welcome to infodesk</source>
        <translation>欢迎使用 infodesk</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎使用</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>Everything stays on this computer. These answers can be changed later in the settings.</source>
        <translation>所有内容只存在这台电脑上。以下各项以后可以在“设置”里修改。</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>e.g. Information Section, Shifan County Party Committee Office</source>
        <translation>例：示范县委办公室信息科</translation>
    </message>
    <message>
        <source>Reports to</source>
        <translation>上级单位</translation>
    </message>
    <message>
        <source>the superior office; may stay empty</source>
        <translation>信息报给哪个单位，可以不填</translation>
    </message>
    <message>
        <source>Bulletin</source>
        <translation>刊物名称</translation>
    </message>
    <message>
        <source>the red title of its head; may stay empty</source>
        <translation>报头红字，例：示范信息；可以不填</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>编发单位</translation>
    </message>
    <message>
        <source>the office printed under the red title</source>
        <translation>印在报头下的单位，例：中共示范县委办公室</translation>
    </message>
    <message>
        <source>Next issue</source>
        <translation>下一期期号</translation>
    </message>
    <message>
        <source>Number of the next issue this year</source>
        <translation>下一期的期号</translation>
    </message>
    <message>
        <source>Total number</source>
        <translation>总期号</translation>
    </message>
    <message>
        <source>Total number of the next issue</source>
        <translation>下一期的总期号</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>不编总期号</translation>
    </message>
    <message>
        <source>Exports go to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>Folder for exports</source>
        <translation>导出文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Try with a sample office</source>
        <translation>先用示范单位试一试</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始使用</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Saved {time}</source>
        <translation>已保存 {time}</translation>
    </message>
</context>
<context>
    <name>IssueCardDelegate</name>
    <message>
        <source>{count} chars</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IssueItemsView</name>
    <message>
        <source>Items of the issue in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down move an item, Delete takes it out of the issue.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemRowDelegate</name>
    <message>
        <source>{count} chars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approved by {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemsDropZone</name>
    <message>
        <source>Drop approved items here, or press Enter to add the chosen one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sample office: end and remove</source>
        <translation>正在试用示范单位 · 结束并移除</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>PagePreview</name>
    <message>
        <source>Pages of the issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laying out the pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pages appear here as soon as the issue holds an item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {at} / {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeriesDialog</name>
    <message>
        <source>Series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation type="unfinished">编发单位</translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next total number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letters and digits, for the command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribution list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Sample office</source>
        <translation>示范单位</translation>
    </message>
    <message>
        <source>The sample office and everything tried in it will be removed.</source>
        <translation>示范单位和在其中试做的全部内容将被移除，本单位的稿件不受影响。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>The journal can&apos;t be opened</source>
        <translation>稿库打不开</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open another journal…</source>
        <translation>打开另一个稿库…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Open another journal</source>
        <translation>打开另一个稿库</translation>
    </message>
    <message>
        <source>Journals (*.infodesk)</source>
        <translation>稿库 (*.infodesk)</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Reports to</source>
        <translation>上级单位</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>named on versions, holds and returns</source>
        <translation>版本、扣压、退回记录上的署名</translation>
    </message>
    <message>
        <source>Exports go to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>Folder for exports</source>
        <translation>导出文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Journal: {path}</source>
        <translation>稿库：{path}</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Sign and number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The issue gets this number and its items count as issued. Text and order stay as they are now; a number is never used twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of signing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>yyyy-MM-dd</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WithdrawDialog</name>
    <message>
        <source>Withdraw the issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number stays taken, and the reason is kept with it. The items can be put into another issue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>WrittenFile</name>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Items</source>
        <translation>条目</translation>
    </message>
</context>
</TS>
