<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActBar</name>
    <message>
        <source>Advanced ▾</source>
        <translation>高级 ▾</translation>
    </message>
    <message>
        <source>Redact what was entered by mistake…</source>
        <translation>清除误录内容…</translation>
    </message>
    <message>
        <source>Write a follow-up</source>
        <translation>写续报</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>移入回收站</translation>
    </message>
    <message>
        <source>Hold back</source>
        <translation>扣压</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Check {count}</source>
        <translation>检查 {count}</translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Answering</name>
    <message>
        <source>Withdraw the adoption…</source>
        <translation>撤销采用…</translation>
    </message>
    <message>
        <source>Write the file that tells it…</source>
        <translation>生成告知文件…</translation>
    </message>
    <message>
        <source>Batches (*.idb)</source>
        <translation>批次文件 (*.idb)</translation>
    </message>
</context>
<context>
    <name>ApproveDialog</name>
    <message>
        <source>Approve</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>The text is kept as a version and can no longer be changed.</source>
        <translation>签发后文字定为一版，不能再改；要改须先撤销签发。</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>签发人</translation>
    </message>
    <message>
        <source>Despite this, because</source>
        <translation>仍要签发，理由</translation>
    </message>
    <message>
        <source>Reason to approve despite this</source>
        <translation>仍要签发的理由</translation>
    </message>
    <message>
        <source>kept with the name and the time</source>
        <translation>与姓名、时间一起留存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Still open ({count}):</source>
        <translation>还有 {count} 处“必须”未解决：</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation>还有 {count} 处。</translation>
    </message>
</context>
<context>
    <name>BackingUp</name>
    <message>
        <source>A month without a restore drill: Settings, Backups, Restore drill</source>
        <translation>一个月没有做恢复演练了：设置 → 备份与恢复 → 恢复演练</translation>
    </message>
    <message>
        <source>Backed up {time}</source>
        <translation>已备份 {time}</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups</source>
        <translation>备份与恢复</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开备份文件夹</translation>
    </message>
    <message>
        <source>Backups, the newest first</source>
        <translation>备份，最新的在前</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>期数</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Newest items of the backup</source>
        <translation>备份中最新的条目</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Second place</source>
        <translation>第二处</translation>
    </message>
    <message>
        <source>none: name a stick or another disk, so that this disk may fail</source>
        <translation>未设：请指定 U 盘或另一块硬盘，这块硬盘坏了也不怕</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不用</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>现在备份</translation>
    </message>
    <message>
        <source>Restore drill</source>
        <translation>恢复演练</translation>
    </message>
    <message>
        <source>Restore this one…</source>
        <translation>恢复到这一份…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>There is no backup yet</source>
        <translation>还没有备份</translation>
    </message>
    <message>
        <source>Last backup {time}</source>
        <translation>最近备份 {time}</translation>
    </message>
    <message>
        <source>no restore drill yet</source>
        <translation>恢复演练还没有做过</translation>
    </message>
    <message>
        <source>last restore drill today</source>
        <translation>上次恢复演练在今天</translation>
    </message>
    <message>
        <source>last restore drill {days} days ago</source>
        <translation>上次恢复演练在 {days} 天前</translation>
    </message>
    <message>
        <source>last restore drill {days} days ago: time for another</source>
        <translation>上次恢复演练在 {days} 天前，该再做一次了</translation>
    </message>
    <message>
        <source>The journal of {time}</source>
        <translation>{time} 的台账</translation>
    </message>
    <message>
        <source>Reading it…</source>
        <translation>正在读取核对……</translation>
    </message>
    <message>
        <source>Whole. {items} items, {issues} issues, last change {last}.</source>
        <translation>完好。{items} 条条目，{issues} 期刊物，最后改动 {last}。</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>正在备份……</translation>
    </message>
    <message>
        <source>Backed up, verified, and carried to the second place.</source>
        <translation>已备份、核对，并带到第二处。</translation>
    </message>
    <message>
        <source>Backed up and verified.</source>
        <translation>已备份并核对。</translation>
    </message>
    <message>
        <source>Reading the newest backup from end to end…</source>
        <translation>正在从头到尾读取最近的备份……</translation>
    </message>
    <message>
        <source>{count} texts of the backup of {time} are not in the journal as they were.</source>
        <translation>{time} 的备份里有 {count} 处文字与台账对不上：台账里没有，或已不是原样。请先导出备份，再查明原因。</translation>
    </message>
    <message>
        <source>The backup of {time} opens and is whole: all {items} items and {versions} versions of it are in the journal unchanged. {newer} items are newer than it.</source>
        <translation>{time} 的备份能打开、完好：其中 {items} 条条目、{versions} 个版本在台账里都原样在；备份以后新增 {newer} 条。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>The backup of {time} takes the journal&apos;s place. What was written since is not in it; the present journal is kept as a backup first, so that you can come back.</source>
        <translation>用 {time} 的备份换下现在的台账。此后写的内容不在这份备份里；现在的台账会先另存为备份，随时可以换回来。</translation>
    </message>
</context>
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
        <translation>报送批次</translation>
    </message>
    <message>
        <source>To</source>
        <translation>报送给</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>报送人</translation>
    </message>
    <message>
        <source>Find an item</source>
        <translation>查找条目</translation>
    </message>
    <message>
        <source>Find by title, text or unit</source>
        <translation>按标题、正文查找</translation>
    </message>
    <message>
        <source>Not sent yet only</source>
        <translation>只看未报送的</translation>
    </message>
    <message>
        <source>Approved items</source>
        <translation>已签发的条目</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Write the batch</source>
        <translation>生成批次文件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>No approved item is here. Items are approved on the Items page.</source>
        <translation>这里没有已签发的条目。请先在“条目”页签发。</translation>
    </message>
    <message>
        <source>{count} items chosen. Looking for personal data…</source>
        <translation>已选 {count} 条，正在查找个人信息…</translation>
    </message>
    <message>
        <source>{count} items chosen</source>
        <translation>已选 {count} 条</translation>
    </message>
    <message>
        <source>Choose items by a click or by Space.</source>
        <translation>单击或按空格选择条目。</translation>
    </message>
    <message>
        <source>Folder to write to</source>
        <translation>写到哪个文件夹</translation>
    </message>
    <message>
        <source>{count} items are in it and count as sent. Give this one file to the recipient.</source>
        <translation>共 {count} 条，已记为报送。把这一个文件交给对方即可。</translation>
    </message>
    <message>
        <source>Personal data is masked in {count} places of it.</source>
        <translation>其中 {count} 处个人信息已遮掩。</translation>
    </message>
    <message>
        <source>{count} items went with their personal data as it stands:
{titles}</source>
        <translation>{count} 条的个人信息原样报送：
{titles}</translation>
    </message>
</context>
<context>
    <name>BatchImportDialog</name>
    <message>
        <source>Take in a batch</source>
        <translation>导入批次</translation>
    </message>
    <message>
        <source>Drop a batch file here</source>
        <translation>把批次文件拖到这里</translation>
    </message>
    <message>
        <source>It is verified first, and nothing is taken in before you have seen what it would change.</source>
        <translation>先核验文件；看过会改动什么之后，才会导入。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What the batch would change</source>
        <translation>批次会带来的改动</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>换一个文件…</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>an office without a name</source>
        <translation>未署名单位</translation>
    </message>
    <message>
        <source>Whole and unaltered. From {sender}, made {made}.</source>
        <translation>文件完整，未被改动。来自{sender}，生成于 {made}。</translation>
    </message>
    <message>
        <source>Take in {count} items</source>
        <translation>导入 {count} 条</translation>
    </message>
    <message>
        <source>Record the batch</source>
        <translation>登记这一批次</translation>
    </message>
    <message>
        <source>This batch was taken in before: {summary}. Nothing changes.</source>
        <translation>这一批次以前已导入（{summary}），不会再有改动。</translation>
    </message>
    <message>
        <source>It would bring: {summary}. Your own texts are never overwritten.</source>
        <translation>将带来：{summary}。本机已有的文字不会被覆盖。</translation>
    </message>
    <message>
        <source>Batch files ({pattern})</source>
        <translation>批次文件（{pattern}）</translation>
    </message>
    <message>
        <source>{count} items were taken in.</source>
        <translation>已导入 {count} 条。</translation>
    </message>
    <message>
        <source>They are drafts now: read and approve them on the Items page.</source>
        <translation>它们现在是草稿，请在“条目”页审阅、签发。</translation>
    </message>
    <message>
        <source>{count} were left as they are; the batch keeps their text and the reason.</source>
        <translation>另有 {count} 条未动，原文与原因已随批次留存。</translation>
    </message>
</context>
<context>
    <name>BulletinsPage</name>
    <message>
        <source>Series settings…</source>
        <translation>刊物设置…</translation>
    </message>
    <message>
        <source>New series…</source>
        <translation>新建刊物…</translation>
    </message>
    <message>
        <source>Discard this issue…</source>
        <translation>删除本期…</translation>
    </message>
    <message>
        <source>Edit the head…</source>
        <translation>编辑刊头…</translation>
    </message>
    <message>
        <source>Print on printed paper…</source>
        <translation>套打…</translation>
    </message>
    <message>
        <source>The pages appear here as soon as there is an issue.</source>
        <translation>有了刊期，版面就显示在这里。</translation>
    </message>
    <message>
        <source>No series yet</source>
        <translation>还没有刊物</translation>
    </message>
    <message>
        <source>A series is a numbered publication with a red head of its own.</source>
        <translation>刊物有自己的红头和连续的期号。</translation>
    </message>
    <message>
        <source>No issue yet</source>
        <translation>还没有刊期</translation>
    </message>
    <message>
        <source>Start an issue and drag approved items into it.</source>
        <translation>新建一期，把已签发的条目拖进来。</translation>
    </message>
    <message>
        <source>New issue</source>
        <translation>新一期</translation>
    </message>
    <message>
        <source>order of {issue}</source>
        <translation>{issue}的条目顺序</translation>
    </message>
    <message>
        <source>“{name}” {number}</source>
        <translation>《{name}》{number}</translation>
    </message>
    <message>
        <source>Export OFD (experimental)…</source>
        <translation>导出 OFD（试验）…</translation>
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
        <translation>分送范围</translation>
    </message>
    <message>
        <source>Printed at the foot of the last page. The copies printed are the sum of this list.</source>
        <translation>印在末页版记。印数是各份数之和。</translation>
    </message>
    <message>
        <source>Use this list for the next issues of the series too</source>
        <translation>本刊以后各期也用这份分送范围</translation>
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
        <translation>分送范围</translation>
    </message>
    <message>
        <source>Add a recipient</source>
        <translation>添加单位</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>{count} copies in all</source>
        <translation>共 {count} 份</translation>
    </message>
</context>
<context>
    <name>DistributionModel</name>
    <message>
        <source>Way</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
</context>
<context>
    <name>DropDialog</name>
    <message>
        <source>Drop</source>
        <translation>投递箱</translation>
    </message>
    <message>
        <source>A folder shared with other offices, by which batches travel without a stick.</source>
        <translation>与别的单位共用的一个文件夹，批次经它来往，不用 U 盘。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Kind of drop</source>
        <translation>投递箱的方式</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>发往文件夹</translation>
    </message>
    <message>
        <source>Folder that our batches go to</source>
        <translation>本单位的批次放进哪个文件夹</translation>
    </message>
    <message>
        <source>folder below the address; empty: the address itself</source>
        <translation>地址下面的文件夹；不填就是地址本身</translation>
    </message>
    <message>
        <source>Fetch from</source>
        <translation>收取文件夹</translation>
    </message>
    <message>
        <source>Folder that batches are fetched from</source>
        <translation>从哪个文件夹收取</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Keep the password in the journal, which is not encrypted</source>
        <translation>台账没有加密，仍把密码存在台账里</translation>
    </message>
    <message>
        <source>Send and fetch by itself, every</source>
        <translation>自动收发，每隔</translation>
    </message>
    <message>
        <source>Minutes between two rounds</source>
        <translation>两次收发相隔的分钟数</translation>
    </message>
    <message>
        <source>Report a file that does not read after</source>
        <translation>读不通的文件，多久以后报损坏</translation>
    </message>
    <message>
        <source>Minutes until a file counts as damaged</source>
        <translation>多少分钟以后算损坏</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>No drop</source>
        <translation>不用投递箱</translation>
    </message>
    <message>
        <source>Shared folder</source>
        <translation>共享文件夹</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>kept; leave empty not to change it</source>
        <translation>已保存；不改就留空</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>It works: login, listing and writing; {count} files to fetch from.</source>
        <translation>可以用：能登录、能列目录、能写入；收取文件夹里有 {count} 个文件。</translation>
    </message>
    <message>
        <source>The server&apos;s key is {key}: compare it with its keeper&apos;s.</source>
        <translation>服务器的密钥指纹是 {key}，请向管理员核对。</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Send items as a batch…</source>
        <translation>报送批次…</translation>
    </message>
    <message>
        <source>Take in a batch…</source>
        <translation>导入批次…</translation>
    </message>
    <message>
        <source>Send and fetch by the drop…</source>
        <translation>收发投递箱…</translation>
    </message>
</context>
<context>
    <name>ExchangeActs</name>
    <message>
        <source>Our station card…</source>
        <translation>本单位站点卡…</translation>
    </message>
    <message>
        <source>Sign the roster…</source>
        <translation>签发站点名册…</translation>
    </message>
    <message>
        <source>Revoke its key…</source>
        <translation>吊销密钥…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Write the receipt file…</source>
        <translation>导出回执文件…</translation>
    </message>
    <message>
        <source>Certificate…</source>
        <translation>报送证明…</translation>
    </message>
    <message>
        <source>On paper…</source>
        <translation>纸质报送件…</translation>
    </message>
    <message>
        <source>Field by field…</source>
        <translation>逐项复制…</translation>
    </message>
    <message>
        <source>Write down a receipt…</source>
        <translation>登记回执…</translation>
    </message>
    <message>
        <source>New commission…</source>
        <translation>新约稿…</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Do not take in</source>
        <translation>不收</translation>
    </message>
    <message>
        <source>Compare the fingerprint…</source>
        <translation>核对指纹…</translation>
    </message>
    <message>
        <source>The file from {sender} is removed from the list; nothing of it was taken in.</source>
        <translation>“{sender}”发来的文件将从列表中删去，其中内容没有收入台账。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>吊销</translation>
    </message>
    <message>
        <source>No file signed with this key is taken in any more.</source>
        <translation>此后用这个密钥签名的文件一律不再收入。</translation>
    </message>
    <message>
        <source>Certificate {number}</source>
        <translation>报送证明 {number}</translation>
    </message>
    <message>
        <source>Items on paper {number}</source>
        <translation>纸质报送件 {number}</translation>
    </message>
    <message>
        <source>Our station card</source>
        <translation>本单位站点卡</translation>
    </message>
    <message>
        <source>Signed card (*.idb);;Sheet to be stamped (*.pdf)</source>
        <translation>签名的站点卡 (*.idb);;待盖章的纸质卡片 (*.pdf)</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>站点名册</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>回执</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>回执 {number}</translation>
    </message>
    <message>
        <source>Batches (*.idb)</source>
        <translation>批次文件 (*.idb)</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Word (*.docx)</source>
        <translation>PDF (*.pdf);;Word (*.docx)</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>已写出：{name}</translation>
    </message>
</context>
<context>
    <name>ExchangeLines</name>
    <message>
        <source>No. {number}</source>
        <translation>第 {number} 号</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>Sent</source>
        <translation>发出</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>待核验</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>已生成：{name}</translation>
    </message>
    <message>
        <source>Send items…</source>
        <translation>报送条目…</translation>
    </message>
    <message>
        <source>Take in a file…</source>
        <translation>收入文件…</translation>
    </message>
    <message>
        <source>Drop…</source>
        <translation>投递箱…</translation>
    </message>
    <message>
        <source>Send and fetch by the drop</source>
        <translation>收发投递箱</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>What is chosen</source>
        <translation>所选内容</translation>
    </message>
    <message>
        <source>Nothing was sent yet.</source>
        <translation>还没有报送过。</translation>
    </message>
    <message>
        <source>Nothing came in yet.</source>
        <translation>还没有收到过。</translation>
    </message>
    <message>
        <source>No adoption, directive or commission yet.</source>
        <translation>还没有采用、批示和约稿。</translation>
    </message>
    <message>
        <source>No file waits for its sender to be verified.</source>
        <translation>没有等待核验来源的文件。</translation>
    </message>
    <message>
        <source>No other station is known yet. Take in its station card.</source>
        <translation>还没有核验过其他站点。请收入对方的站点卡。</translation>
    </message>
    <message>
        <source>{sender}: numbers {numbers} are missing</source>
        <translation>{sender}：缺第 {numbers} 号批次</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>正在写文件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>A file name can&apos;t hold any of these: {marks}</source>
        <translation>文件名不能包含：{marks}</translation>
    </message>
    <message>
        <source>The file of this name will be replaced.</source>
        <translation>同名文件将被替换。</translation>
    </message>
    <message>
        <source> (printed paper)</source>
        <translation>（套打）</translation>
    </message>
    <message>
        <source>Folder to write to</source>
        <translation>写到哪个文件夹</translation>
    </message>
</context>
<context>
    <name>FieldsDialog</name>
    <message>
        <source>Copy field by field</source>
        <translation>逐项复制</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy: {field}</source>
        <translation>复制：{field}</translation>
    </message>
    <message>
        <source>Copied: {field}</source>
        <translation>已复制：{field}</translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message>
        <source>Figures</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>The text states no figure.</source>
        <translation>文中没有数字。</translation>
    </message>
    <message>
        <source>about {amount}</source>
        <translation>约 {amount}</translation>
    </message>
    <message>
        <source>of these {name}</source>
        <translation>其中{name}</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已签发</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>已刊发</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已报送</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>扣压</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>新录入在前</translation>
    </message>
    <message>
        <source>Last changed first</source>
        <translation>最近改动在前</translation>
    </message>
    <message>
        <source>By unit</source>
        <translation>按单位</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search title and text</source>
        <translation>搜索标题和正文</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>全部单位</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类别</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>共 {count} 处</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>{count} replaced</source>
        <translation>已替换 {count} 处</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>Why</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>See the source</source>
        <translation>看原文</translation>
    </message>
    <message>
        <source>See that item</source>
        <translation>看那条</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>Write {text}</source>
        <translation>改为 {text}</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>{count} more to look at</source>
        <translation>其余 {count} 条建议</translation>
    </message>
    <message>
        <source>Mend {count} wrong marks at once</source>
        <translation>一次改正 {count} 处标点</translation>
    </message>
    <message>
        <source>Nothing to complain of.</source>
        <translation>没有发现问题。</translation>
    </message>
    <message>
        <source>Nothing that must be mended.</source>
        <translation>没有必须改的。</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation>还有 {count} 处。</translation>
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
        <source>The journal is not encrypted at first: Settings, Encryption and locking turns it on. Best before the first item.</source>
        <translation>台账开始时没有加密；可在“设置—加密与锁定”中开启，最好在录入第一条之前。</translation>
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
        <source>Undo: {act}</source>
        <translation>撤销：{act}</translation>
    </message>
    <message>
        <source>Redo: {act}</source>
        <translation>重做：{act}</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>已保存 {time}</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>撰稿人</translation>
    </message>
    <message>
        <source>Received from</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Marked there</source>
        <translation>来时标记</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>签发人</translation>
    </message>
    <message>
        <source>Approved despite</source>
        <translation>仍签发的理由</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>经过</translation>
    </message>
</context>
<context>
    <name>ImportPlanModel</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>(line {line})</source>
        <translation>（第 {line} 行）</translation>
    </message>
</context>
<context>
    <name>IssueActs</name>
    <message>
        <source>Discard the issue</source>
        <translation>删除本期</translation>
    </message>
    <message>
        <source>The issue has no number yet and goes; its items stay where they are.</source>
        <translation>本期尚未编号，可以删除；其中的条目不受影响。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Export Word</source>
        <translation>导出 Word</translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation>导出 PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>正在打印…</translation>
    </message>
    <message>
        <source>Signed: {number}</source>
        <translation>已定稿：{number}</translation>
    </message>
    <message>
        <source>Withdrawn; the number stays taken.</source>
        <translation>已撤回，编号不再使用。</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>已导出：{name}</translation>
    </message>
    <message>
        <source>Fonts that stood in:</source>
        <translation>替代字体：</translation>
    </message>
    <message>
        <source>No font here has these characters; a box is printed: {characters}</source>
        <translation>以下字符没有字体可用，印作方框：{characters}</translation>
    </message>
    <message>
        <source>{count} pages went to the printer.</source>
        <translation>已送打印机 {count} 页。</translation>
    </message>
    <message>
        <source>Export OFD (experimental)</source>
        <translation>导出 OFD（试验）</translation>
    </message>
    <message>
        <source>Installed but not used: {font}; {reason}</source>
        <translation>已安装但未采用：{font}，{reason}</translation>
    </message>
    <message>
        <source>Taken from another font: {characters}</source>
        <translation>以下字符取自别的字体：{characters}</translation>
    </message>
</context>
<context>
    <name>IssueCardDelegate</name>
    <message>
        <source>{count} chars</source>
        <translation>{count} 字</translation>
    </message>
</context>
<context>
    <name>IssueDetails</name>
    <message>
        <source>Signed by</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>刊头</translation>
    </message>
    <message>
        <source>The head is the same in all issues of a series.</source>
        <translation>刊头用于本刊各期。</translation>
    </message>
    <message>
        <source>Editor&apos;s note</source>
        <translation>编者按</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Distribution list</source>
        <translation>分送范围</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>印数</translation>
    </message>
    <message>
        <source>MMM d, yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>no one yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>{count} copies</source>
        <translation>共印 {count} 份</translation>
    </message>
    <message>
        <source>Withdrawn: {reason}</source>
        <translation>已撤回：{reason}</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>报·送·发</translation>
    </message>
</context>
<context>
    <name>IssueHeader</name>
    <message>
        <source>Series</source>
        <translation>刊物</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>刊期</translation>
    </message>
    <message>
        <source>New issue</source>
        <translation>新一期</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Show the pages</source>
        <translation>显示版面</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>《{name}》</translation>
    </message>
</context>
<context>
    <name>IssueItemsView</name>
    <message>
        <source>Items of the issue in order</source>
        <translation>本期条目</translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down move an item, Delete takes it out of the issue.</source>
        <translation>Alt+↑、Alt+↓ 调整次序，Delete 移出本期。</translation>
    </message>
</context>
<context>
    <name>IssueNames</name>
    <message>
        <source>No. {number} (total {total})</source>
        <translation>第{number}期（总第{total}期）</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>第{number}期</translation>
    </message>
</context>
<context>
    <name>IssuePanel</name>
    <message>
        <source>Export Word</source>
        <translation>导出 Word</translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation>导出 PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Sign and number</source>
        <translation>定稿编号</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>{count} items · {characters} chars</source>
        <translation>{count} 条 · {characters} 字</translation>
    </message>
    <message>
        <source> · {count} pages</source>
        <translation> · {count} 页</translation>
    </message>
</context>
<context>
    <name>ItemActs</name>
    <message>
        <source>Moved to the trash: {title}</source>
        <translation>已移入回收站：{title}</translation>
    </message>
    <message>
        <source>Approved: {title}</source>
        <translation>已签发：{title}</translation>
    </message>
    <message>
        <source>Withdraw the approval</source>
        <translation>撤销签发</translation>
    </message>
    <message>
        <source>The item becomes a draft again and must be approved anew.</source>
        <translation>条目回到草稿，改好后须重新签发。</translation>
    </message>
    <message>
        <source>Hold back</source>
        <translation>扣压</translation>
    </message>
    <message>
        <source>The item is neither issued nor sent until it is released.</source>
        <translation>解除扣压以前，条目不刊发、不报送。</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>解除扣压</translation>
    </message>
    <message>
        <source>The item becomes a draft again.</source>
        <translation>条目回到草稿。</translation>
    </message>
    <message>
        <source>Return to the unit</source>
        <translation>退回单位</translation>
    </message>
    <message>
        <source>The item goes back to be completed; it can be changed.</source>
        <translation>条目退回补充，可以修改。</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>撤销操作</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>没有办成</translation>
    </message>
</context>
<context>
    <name>ItemDelegate</name>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>(no title yet)</source>
        <translation>（还没有标题）</translation>
    </message>
</context>
<context>
    <name>ItemEditor</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Other text</source>
        <translation>其他文字</translation>
    </message>
    <message>
        <source>Write or paste the text here</source>
        <translation>在这里写，或粘贴整篇文字</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Reporting unit</source>
        <translation>报送单位</translation>
    </message>
    <message>
        <source>To be verified</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>查找替换</translation>
    </message>
    <message>
        <source>Text only</source>
        <translation>专注</translation>
    </message>
</context>
<context>
    <name>ItemListPane</name>
    <message>
        <source>Items</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>No item matches.</source>
        <translation>没有符合条件的条目。</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>写一条</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>打开文件…</translation>
    </message>
</context>
<context>
    <name>ItemPages</name>
    <message>
        <source>The page appears here as soon as something is written.</source>
        <translation>写了文字，版面就显示在这里。</translation>
    </message>
    <message>
        <source>There is nothing to print yet.</source>
        <translation>还没有可打印的内容。</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>正在打印…</translation>
    </message>
    <message>
        <source>{count} pages went to the printer.</source>
        <translation>已送打印机 {count} 页。</translation>
    </message>
</context>
<context>
    <name>ItemPicker</name>
    <message>
        <source>Items to choose from</source>
        <translation>可选条目</translation>
    </message>
    <message>
        <source>Find an item</source>
        <translation>查找条目</translation>
    </message>
    <message>
        <source>Find by title or text</source>
        <translation>按标题或正文查找</translation>
    </message>
    <message>
        <source>Approved, and in no issue yet</source>
        <translation>已签发、尚未刊用</translation>
    </message>
    <message>
        <source>All approved items</source>
        <translation>全部已签发的条目</translation>
    </message>
    <message>
        <source>All items, drafts too</source>
        <translation>全部条目，包括草稿</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>未刊用</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已签发</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>No item has this in its title or text.</source>
        <translation>没有条目含有这些文字。</translation>
    </message>
    <message>
        <source>The journal holds no item yet. Write one under Items.</source>
        <translation>台账里还没有条目，请到“条目”页撰写。</translation>
    </message>
    <message>
        <source>No approved item is waiting. Approve one under Items.</source>
        <translation>没有待刊用的条目，请到“条目”页签发。</translation>
    </message>
</context>
<context>
    <name>ItemRowDelegate</name>
    <message>
        <source>{count} chars</source>
        <translation>{count} 字</translation>
    </message>
    <message>
        <source>approved by {name}</source>
        <translation>{name} 签发</translation>
    </message>
</context>
<context>
    <name>ItemSide</name>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>版面</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>前报</translation>
    </message>
    <message>
        <source>Pages of the item</source>
        <translation>条目版面</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
</context>
<context>
    <name>ItemsDropZone</name>
    <message>
        <source>Drop approved items here, or press Enter to add the chosen one</source>
        <translation>拖入已签发的条目，或按 Enter 加入所选</translation>
    </message>
</context>
<context>
    <name>ItemsPage</name>
    <message>
        <source>Open files</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Texts (*.docx *.doc *.wps *.rtf *.txt);;All files (*)</source>
        <translation>文稿 (*.docx *.doc *.wps *.rtf *.txt);;全部文件 (*)</translation>
    </message>
    <message>
        <source>{count} chars</source>
        <translation>{count} 字</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>第 {number} 版</translation>
    </message>
    <message>
        <source>Not saved: {reason} The text is still in the editor.</source>
        <translation>没有保存：{reason}文字仍在编辑框里。</translation>
    </message>
</context>
<context>
    <name>JournalWatch</name>
    <message>
        <source>Check the computer&apos;s clock: it stands before the newest entry of the audit chain, of {time}. What is written now is kept; its time may be wrong.</source>
        <translation>请核对电脑时间：现在的时间比最新的留痕记录（{time}）还早。写下的照常保存，只是时间可能不对。</translation>
    </message>
    <message>
        <source>Check the journal</source>
        <translation>检查台账</translation>
    </message>
    <message>
        <source>Reading the journal</source>
        <translation>正在逐行核对台账</translation>
    </message>
    <message>
        <source>The journal is damaged in {count} places; nothing was changed. Settings › Check the journal names them. Keep a copy of the file, then restore a backup.</source>
        <translation>台账有 {count} 处损坏，没有作任何改动。“设置 › 检查台账”会逐处列出。请先把台账文件另存一份，再从备份恢复。</translation>
    </message>
    <message>
        <source>No damage found: {rows} rows, {versions} versions and {entries} entries of the audit chain were read.</source>
        <translation>没有发现损坏：核对了 {rows} 行、{versions} 个版本、{entries} 条留痕记录。</translation>
    </message>
    <message>
        <source>{count} things are wrong. Nothing was changed.</source>
        <translation>发现 {count} 处问题，没有作任何改动。</translation>
    </message>
</context>
<context>
    <name>KindsDialog</name>
    <message>
        <source>Check settings</source>
        <translation>检查设置</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>New kind</source>
        <translation>新类别</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>恢复原样</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Try it on a text</source>
        <translation>试一段文字</translation>
    </message>
    <message>
        <source>Write or paste a text: what this kind would say of it stands below.</source>
        <translation>写或粘贴一段文字：按这一类检查的结果显示在下面。</translation>
    </message>
    <message>
        <source>What the check says</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Place names</source>
        <translation>地名表</translation>
    </message>
    <message>
        <source>Documents and speeches</source>
        <translation>文件讲话</translation>
    </message>
    <message>
        <source>Save this kind</source>
        <translation>保存这一类</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>(ours)</source>
        <translation>（本单位）</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Our kind {number}</source>
        <translation>本单位类别 {number}</translation>
    </message>
    <message>
        <source>The kind “{name}” will be removed.</source>
        <translation>删除类别“{name}”。</translation>
    </message>
    <message>
        <source>Export a kind</source>
        <translation>导出类别</translation>
    </message>
    <message>
        <source>Kinds (*.toml)</source>
        <translation>类别 (*.toml)</translation>
    </message>
    <message>
        <source>Import a kind</source>
        <translation>导入类别</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show what is typed (Chinese can be typed then)</source>
        <translation>显示输入的内容（这样可以输入中文）</translation>
    </message>
    <message>
        <source>Another journal…</source>
        <translation>另一个台账…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Type the passphrase</source>
        <translation>改为输入口令</translation>
    </message>
    <message>
        <source>Recovery code from the safe, six groups of five</source>
        <translation>保险柜里的恢复码，6 组、每组 5 个字符</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Forgotten? Use the recovery code</source>
        <translation>忘记口令？用恢复码</translation>
    </message>
</context>
<context>
    <name>Locking</name>
    <message>
        <source>The journal is encrypted</source>
        <translation>台账已加密</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
</context>
<context>
    <name>MailboxDialog</name>
    <message>
        <source>Send and fetch by the drop</source>
        <translation>收发投递箱</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Files of the drop, the newest first</source>
        <translation>投递箱里的文件，新的在前</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>在哪里</translation>
    </message>
    <message>
        <source>Send and fetch now</source>
        <translation>立即收发</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Look and take in…</source>
        <translation>查看并导入…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{state}, to be taken in</source>
        <translation>{state}，待导入</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Lock the window (Ctrl+L)</source>
        <translation>锁定窗口（Ctrl+L）</translation>
    </message>
    <message>
        <source>Search, commands</source>
        <translation>搜索、命令</translation>
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
    <name>MastheadDialog</name>
    <message>
        <source>Head</source>
        <translation>刊头</translation>
    </message>
    <message>
        <source>Take over from a Word issue…</source>
        <translation>从 Word 旧刊取刊头…</translation>
    </message>
    <message>
        <source>Restore the shipped one</source>
        <translation>恢复标准刊头</translation>
    </message>
    <message>
        <source>Take these texts and numbers into the series too</source>
        <translation>这些文字和期号也用到刊物设置里</translation>
    </message>
    <message>
        <source>Sizes in points. Name, issuer and marking are those of the series.</source>
        <translation>单位为磅。刊名、编印单位和标注用刊物设置里的。</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>存为</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>next No. {number}</source>
        <translation>下期第{number}期</translation>
    </message>
    <message>
        <source>next total {number}</source>
        <translation>下期总第{number}期</translation>
    </message>
    <message>
        <source>Seen in {name}:</source>
        <translation>从“{name}”中看出：</translation>
    </message>
    <message>
        <source>Not seen, so please check: {parts}.</source>
        <translation>没有看出，请核对：{parts}。</translation>
    </message>
    <message>
        <source>The head is taller than half a page; make its lines lower.</source>
        <translation>刊头超过了半页，请减小行高或间距。</translation>
    </message>
    <message>
        <source>Take over from a Word issue</source>
        <translation>从 Word 旧刊取刊头</translation>
    </message>
    <message>
        <source>Word issues (*.docx *.doc *.wps)</source>
        <translation>Word 文档 (*.docx *.doc *.wps)</translation>
    </message>
    <message>
        <source>Colour of the head</source>
        <translation>刊头颜色</translation>
    </message>
    <message>
        <source>Head of {name}</source>
        <translation>《{name}》刊头</translation>
    </message>
    <message>
        <source>Our head</source>
        <translation>本办刊头</translation>
    </message>
</context>
<context>
    <name>MastheadEdit</name>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Red rule</source>
        <translation>红线粗细</translation>
    </message>
    <message>
        <source>Above the rule</source>
        <translation>红线上空</translation>
    </message>
    <message>
        <source>Rows of the head</source>
        <translation>占行</translation>
    </message>
    <message>
        <source>The text begins below these rows of the page.</source>
        <translation>正文从这些行以下开始。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>Space above</source>
        <translation>上方空</translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation>字间距</translation>
    </message>
    <message>
        <source>Marking</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Red name</source>
        <translation>红色刊名</translation>
    </message>
    <message>
        <source>Issue number</source>
        <translation>期号</translation>
    </message>
    <message>
        <source>Issuer and date</source>
        <translation>编印和日期</translation>
    </message>
    <message>
        <source>{line}: {value}</source>
        <translation>{line}：{value}</translation>
    </message>
</context>
<context>
    <name>OutcomeDialog</name>
    <message>
        <source>Files opened</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>File by file</source>
        <translation>逐个文件的结果</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>PagePreview</name>
    <message>
        <source>Pages of the issue</source>
        <translation>版面预览</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Original size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Hide the pages</source>
        <translation>收起版面</translation>
    </message>
    <message>
        <source>Laying out the pages</source>
        <translation>正在排版</translation>
    </message>
    <message>
        <source>The pages appear here as soon as the issue holds an item.</source>
        <translation>条目加入后，版面就显示在这里。</translation>
    </message>
    <message>
        <source>Page {at} / {count}</source>
        <translation>第 {at} / {count} 页</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Newest items</source>
        <translation>最新条目</translation>
    </message>
    <message>
        <source>(no title yet)</source>
        <translation>（尚无标题）</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>刊物各期</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>以前的版本</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>its items</source>
        <translation>它的条目</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>发出</translation>
    </message>
    <message>
        <source>received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>批次</translation>
    </message>
</context>
<context>
    <name>PaletteBox</name>
    <message>
        <source>Find or do</source>
        <translation>搜索或执行</translation>
    </message>
    <message>
        <source>Items, issues, units, commands – by any words or by pinyin initials</source>
        <translation>搜条目、刊物、单位和命令，可用任意文字或拼音首字母</translation>
    </message>
    <message>
        <source>What it may mean</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Nothing is called so, and no text says it.</source>
        <translation>没有找到：没有这样的名称，文中也没有。</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>Print on printed paper</source>
        <translation>套打</translation>
    </message>
    <message>
        <source>Choose a printer…</source>
        <translation>选择打印机…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PaperEdit</name>
    <message>
        <source>For printed paper: leave the red head out</source>
        <translation>套打：不印红头</translation>
    </message>
    <message>
        <source>Already on the paper</source>
        <translation>纸上已印</translation>
    </message>
    <message>
        <source>the whole head</source>
        <translation>整个刊头</translation>
    </message>
    <message>
        <source>the red name and the red rule only</source>
        <translation>只有红色刊名和红线</translation>
    </message>
    <message>
        <source>Move right by</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Move down by</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>The text stays where it always is; minus moves left or up.</source>
        <translation>正文位置不变；负数为左移、上移。</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> 毫米</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Present passphrase</source>
        <translation>现在的口令</translation>
    </message>
    <message>
        <source>or the recovery code</source>
        <translation>或恢复码</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输一遍</translation>
    </message>
    <message>
        <source>New passphrase once more</source>
        <translation>再输一遍新口令</translation>
    </message>
    <message>
        <source>Show what is typed (Chinese can be typed then)</source>
        <translation>显示输入的内容（这样可以输入中文）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>At least {least} characters.</source>
        <translation>至少 {least} 个字符。</translation>
    </message>
    <message>
        <source>The two are not alike.</source>
        <translation>两遍输入的不一样。</translation>
    </message>
</context>
<context>
    <name>PersonalBox</name>
    <message>
        <source>Items with personal data</source>
        <translation>含个人信息的条目</translation>
    </message>
    <message>
        <source>{count} items hold personal data; it is masked in the file.</source>
        <translation>{count} 条含个人信息，在文件中遮掩。</translation>
    </message>
</context>
<context>
    <name>PersonalDelegate</name>
    <message>
        <source>Send as it stands</source>
        <translation>原样报送</translation>
    </message>
</context>
<context>
    <name>PersonalItemsModel</name>
    <message>
        <source>goes as it stands</source>
        <translation>原样报送</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>遮掩</translation>
    </message>
</context>
<context>
    <name>PlacesEdit</name>
    <message>
        <source>Names of villages, roads and landmarks here that the check takes for places, such as 老鸦窝 or 十八盘. They stay in this journal and go along when it is moved.</source>
        <translation>本地村组、路段、地标的名称，如“老鸦窝”“十八盘”，检查时认作地点。地名表存在本台账里，随台账导出、导入。</translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation>查找地名</translation>
    </message>
    <message>
        <source>Place names</source>
        <translation>地名表</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Add names</source>
        <translation>添加地名</translation>
    </message>
    <message>
        <source>One a line. A list can be pasted; what follows a comma or a tab is left out.</source>
        <translation>一行一个。可以整表粘贴，逗号或制表符后面的不要。</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>从文件…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>{count} names</source>
        <translation>共 {count} 个</translation>
    </message>
    <message>
        <source>Lists of names (*.txt *.docx *.doc *.wps *.rtf)</source>
        <translation>地名清单 (*.txt *.docx *.doc *.wps *.rtf)</translation>
    </message>
    <message>
        <source>Export the place names</source>
        <translation>导出地名表</translation>
    </message>
    <message>
        <source>place names.txt</source>
        <translation>地名表.txt</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>文本文件 (*.txt)</translation>
    </message>
    <message>
        <source>{count} names, {new} of them new</source>
        <translation>共 {count} 个，新增 {new} 个</translation>
    </message>
</context>
<context>
    <name>PreviousView</name>
    <message>
        <source>Previous report</source>
        <translation>前一份报告</translation>
    </message>
    <message>
        <source>fell</source>
        <translation>减少</translation>
    </message>
</context>
<context>
    <name>ProfileEdit</name>
    <message>
        <source>Elements it must name</source>
        <translation>须写明的要素</translation>
    </message>
    <message>
        <source>Phrases that do not count as a statement</source>
        <translation>不算内容的套话（用顿号或换行分开）</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>不要求</translation>
    </message>
    <message>
        <source>Name of the kind</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>Characters from</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Stated by</source>
        <translation>由什么说明</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>分量</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>至少字数</translation>
    </message>
    <message>
        <source>Add a part</source>
        <translation>增加部分</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>提示语</translation>
    </message>
    <message>
        <source>Cue words</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>cue words</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>a sentence of the situation</source>
        <translation>情况句</translation>
    </message>
    <message>
        <source>a sentence of measures</source>
        <translation>措施句</translation>
    </message>
    <message>
        <source>a sentence of progress</source>
        <translation>进展句</translation>
    </message>
    <message>
        <source>New part</source>
        <translation>新部分</translation>
    </message>
</context>
<context>
    <name>ProgressDialog</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>ReadOnly</name>
    <message>
        <source>Not while this journal is open to read only.</source>
        <translation>台账以只读方式打开，不能进行此操作。</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ReceiptDialog</name>
    <message>
        <source>Write down a receipt</source>
        <translation>登记回执</translation>
    </message>
    <message>
        <source>For a receiver who told it by telephone, fax or paper. It is marked as our own record: the receiver signed nothing.</source>
        <translation>对方以电话、传真或书面告知收到时用。会标明是本单位自记，对方并未签名。</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Who confirmed it</source>
        <translation>对方何人</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Write down</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Print this code, or write it down, for the office&apos;s safe</source>
        <translation>请打印或抄下恢复码，存入本单位保险柜</translation>
    </message>
    <message>
        <source>It opens the journal when the passphrase is forgotten. It is shown this once and kept nowhere. Where both the passphrase and this code are lost, nobody can open the journal any more.</source>
        <translation>忘记口令时，用它打开台账。它只显示这一次，不保存在任何地方。口令和恢复码都丢失，谁也无法再打开台账。</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>I have printed the code or written it down, and it goes into the safe</source>
        <translation>我已打印或抄下恢复码，会存入保险柜</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Printed.</source>
        <translation>已打印。</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
    <message>
        <source>Save the sheet</source>
        <translation>保存恢复码页</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>Redacting</name>
    <message>
        <source>Taking it out of the journal and its backups</source>
        <translation>正在从台账和备份中清除</translation>
    </message>
    <message>
        <source>Redact</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Taken out of the journal ({versions} versions) and of {backups} backups.</source>
        <translation>已从台账（{versions} 个版本）和 {backups} 份备份中清除。</translation>
    </message>
    <message>
        <source>Another program was at work on the journal, so that bytes of it may be left: close it and redact once more.</source>
        <translation>有别的程序正在使用台账，文件里可能还留有原文：关闭它以后再清除一次。</translation>
    </message>
    <message>
        <source>It may still be in these; see to them and redact once more:</source>
        <translation>以下各处可能仍有原文，处理后请再清除一次：</translation>
    </message>
    <message>
        <source>Not redacted</source>
        <translation>没有清除</translation>
    </message>
</context>
<context>
    <name>RedactionDialog</name>
    <message>
        <source>Redact what was entered by mistake</source>
        <translation>清除误录内容</translation>
    </message>
    <message>
        <source>It is taken out of the text, of every version, of copies in batches, of the index and of every backup that can be reached, and cannot be brought back. Who, witness, when, why and the hash of the text stay on record. Exported files, batches that were sent and prints are yours to see to.</source>
        <translation>从正文、全部版本、批次副本、索引和能找到的全部备份中去掉，不能恢复。经办人、见证人、时间、理由和原文的校验值长期留痕。已导出的文件、已发出的批次和打印件要自行处理。</translation>
    </message>
    <message>
        <source>Redact</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>How much is redacted</source>
        <translation>清除多少</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>one a line, copied as they stand in the text</source>
        <translation>一行一处，从正文中照原样复制</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>见证人</translation>
    </message>
    <message>
        <source>somebody else, who is present</source>
        <translation>在场的另一人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>is kept; without what is redacted</source>
        <translation>长期保留，不要写要清除的文字</translation>
    </message>
    <message>
        <source>Show what will happen</source>
        <translation>先看会清除哪些</translation>
    </message>
    <message>
        <source>Redact for good</source>
        <translation>彻底清除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>these passages</source>
        <translation>只清除这些文字</translation>
    </message>
    <message>
        <source>the whole text</source>
        <translation>清除全文</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Will be taken out of {draft} draft, {versions} versions, {copies} copies in batches and {remarks} reasons; {backups} backups are looked through one by one.</source>
        <translation>将清除：在写的正文 {draft} 处、版本 {versions} 个、批次副本 {copies} 处、理由 {remarks} 处；并逐份查看 {backups} 份备份。</translation>
    </message>
    <message>
        <source>{count} waiting batches of unknown senders hold it and go whole: a signed file cannot be changed.</source>
        <translation>另有 {count} 个来源未核验、等待中的批次含有这些文字，会整个去掉：签过名的文件改不得。</translation>
    </message>
    <message>
        <source>On file, {titles} hold it too: take them off file.</source>
        <translation>存入的文件讲话“{titles}”里也有，请从“检查设置”里删除。</translation>
    </message>
    <message>
        <source>Items {numbers} hold it too: redact each.</source>
        <translation>条目 {numbers} 里也有这些文字：请逐条清除。</translation>
    </message>
    <message>
        <source>The second place of backups cannot be reached now.</source>
        <translation>存放备份的第二处现在找不到。</translation>
    </message>
</context>
<context>
    <name>ReferencesEdit</name>
    <message>
        <source>Documents and speeches that items are compared with. Where an item copies a third or more from one of them, the check names it and marks the passages. Nothing classified may be kept here.</source>
        <translation>存入文件、讲话的全文，供检查对照：条目有三成以上照抄其中一篇的，指出是哪一篇，并标出照抄的文字。有密级的不得存入。</translation>
    </message>
    <message>
        <source>Opening files</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Documents and speeches</source>
        <translation>文件讲话</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>Kept since</source>
        <translation>存入日期</translation>
    </message>
    <message>
        <source>From files…</source>
        <translation>从文件存入…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改标题</translation>
    </message>
    <message>
        <source>Take off file</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>全文</translation>
    </message>
    <message>
        <source>Choose one to read it here.</source>
        <translation>选一篇，在这里看全文。</translation>
    </message>
    <message>
        <source>Nothing is on file yet. Take in Word or text files.</source>
        <translation>还没有存入。可以从 Word 或文本文件存入。</translation>
    </message>
    <message>
        <source>Take in documents and speeches</source>
        <translation>存入文件讲话</translation>
    </message>
    <message>
        <source>Texts (*.txt *.docx *.doc *.wps *.rtf)</source>
        <translation>文件 (*.txt *.docx *.doc *.wps *.rtf)</translation>
    </message>
    <message>
        <source>“{title}” will be taken off file. Backups made before keep it.</source>
        <translation>删除“{title}”。以前的备份里仍有。</translation>
    </message>
    <message>
        <source>{count} texts will be taken off file. Backups made before keep them.</source>
        <translation>删除选中的 {count} 篇。以前的备份里仍有。</translation>
    </message>
</context>
<context>
    <name>RulesEdit</name>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>分量</translation>
    </message>
    <message>
        <source>Our own words</source>
        <translation>本单位说法</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>恢复原样</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>{weight} (usual)</source>
        <translation>{weight}（照常）</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>不用</translation>
    </message>
    <message>
        <source>Export what was changed</source>
        <translation>导出本单位的改动</translation>
    </message>
    <message>
        <source>rules.toml</source>
        <translation>规则改动.toml</translation>
    </message>
    <message>
        <source>Rules (*.toml)</source>
        <translation>规则 (*.toml)</translation>
    </message>
    <message>
        <source>Import changes, in the place of all made here</source>
        <translation>导入改动，取代本单位现有的全部改动</translation>
    </message>
</context>
<context>
    <name>SectionBox</name>
    <message>
        <source>written elsewhere</source>
        <translation>写在了别处</translation>
    </message>
    <message>
        <source>said: {elements}</source>
        <translation>已述 {elements}</translation>
    </message>
    <message>
        <source>to verify: {elements}</source>
        <translation>待核实 {elements}</translation>
    </message>
    <message>
        <source>lacking: {elements}</source>
        <translation>缺 {elements}</translation>
    </message>
    <message>
        <source>{count} chars</source>
        <translation>{count} 字</translation>
    </message>
</context>
<context>
    <name>Securing</name>
    <message>
        <source>Encrypt the journal</source>
        <translation>给台账加密</translation>
    </message>
    <message>
        <source>Choose a passphrase. A few unrelated words are easy to keep in mind and hard to guess. You will then get a recovery code for the safe.</source>
        <translation>请定一个口令：几个不相干的词连起来，既好记又难猜。接着会给您一个恢复码，供存入保险柜。</translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Encrypting the journal</source>
        <translation>正在给台账加密</translation>
    </message>
    <message>
        <source>Decrypt the journal</source>
        <translation>取消台账加密</translation>
    </message>
    <message>
        <source>Whoever has this disk can then read what the journal holds. Encrypted backups stay as they are, under their passphrase.</source>
        <translation>取消后，拿到这块硬盘的人就能读到台账的内容。以前加密的备份不变，仍用原来的口令。</translation>
    </message>
    <message>
        <source>Decrypt</source>
        <translation>取消加密</translation>
    </message>
    <message>
        <source>Decrypting the journal</source>
        <translation>正在取消台账加密</translation>
    </message>
    <message>
        <source>The backups that can be reached open with the new one too.</source>
        <translation>备份文件夹和第二处的备份也改用新口令。</translation>
    </message>
    <message>
        <source>The recovery code opened the journal. Choose a new passphrase now.</source>
        <translation>台账已用恢复码打开。请现在定一个新口令。</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>更改口令</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>The passphrase was changed</source>
        <translation>口令已更改</translation>
    </message>
    <message>
        <source>New recovery code</source>
        <translation>新的恢复码</translation>
    </message>
    <message>
        <source>The code in the safe opens the journal no more; destroy its sheet then.</source>
        <translation>保险柜里原来的恢复码将不能再打开台账，请在换上新的之后销毁那一页。</translation>
    </message>
    <message>
        <source>Make a new one</source>
        <translation>制作新的</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Encrypting older backups</source>
        <translation>正在加密以前的备份</translation>
    </message>
    <message>
        <source>{count} older backups are encrypted now</source>
        <translation>{count} 份以前的备份已换成加密的</translation>
    </message>
    <message>
        <source>{count} older backups are still plain: anybody can read them. Shall they be encrypted as well? Copies elsewhere are yours to look after.</source>
        <translation>还有 {count} 份以前的备份没有加密，任何人都能读。要把它们也换成加密的吗？已拷到别处的，请自行处理。</translation>
    </message>
    <message>
        <source>Encrypt them</source>
        <translation>换成加密的</translation>
    </message>
    <message>
        <source>Encryption and locking</source>
        <translation>加密与锁定</translation>
    </message>
</context>
<context>
    <name>SecurityDialog</name>
    <message>
        <source>Encryption and locking</source>
        <translation>加密与锁定</translation>
    </message>
    <message>
        <source>Encrypt the journal…</source>
        <translation>给台账加密…</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>更改口令…</translation>
    </message>
    <message>
        <source>New recovery code…</source>
        <translation>新的恢复码…</translation>
    </message>
    <message>
        <source>Decrypt…</source>
        <translation>取消加密…</translation>
    </message>
    <message>
        <source>Lock the window when nobody has touched it for</source>
        <translation>无人操作多久后锁定窗口</translation>
    </message>
    <message>
        <source>Minutes until the window locks</source>
        <translation>几分钟后锁定</translation>
    </message>
    <message>
        <source>never</source>
        <translation>不自动锁定</translation>
    </message>
    <message>
        <source>On this PC, open without asking (the system&apos;s keyring keeps the secret)</source>
        <translation>在这台电脑上打开时不再询问口令（由系统密钥环保管）</translation>
    </message>
    <message>
        <source>Encrypt them</source>
        <translation>换成加密的</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The journal is encrypted</source>
        <translation>台账已加密</translation>
    </message>
    <message>
        <source>It opens with its passphrase, or with the recovery code in the safe. Its key file (ending in .keys) belongs beside it. Ctrl+L locks the window.</source>
        <translation>用口令或保险柜里的恢复码打开。旁边以 .keys 结尾的密钥文件要与台账放在一起。按 Ctrl+L 可锁定窗口。</translation>
    </message>
    <message>
        <source>The journal is not encrypted</source>
        <translation>台账未加密</translation>
    </message>
    <message>
        <source>Whoever has this disk, or a backup, can read what the journal holds. Encrypted, it opens with a passphrase or the recovery code only; where both are lost, nobody can open it.</source>
        <translation>拿到这块硬盘或备份的人，就能读到台账的内容。加密后，只有用口令或恢复码才能打开；两样都丢失，谁也打不开。</translation>
    </message>
    <message>
        <source>{count} older backups are still plain: anybody can read them.</source>
        <translation>还有 {count} 份以前的备份没有加密，任何人都能读。</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> 分钟</translation>
    </message>
</context>
<context>
    <name>SeriesDialog</name>
    <message>
        <source>Series</source>
        <translation>刊物</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>刊名</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>编印单位</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>刊头</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Edit the head</source>
        <translation>编辑刊头</translation>
    </message>
    <message>
        <source>Marking</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Next number</source>
        <translation>下一期号</translation>
    </message>
    <message>
        <source>Next total number</source>
        <translation>下一总期号</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>不设</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>letters and digits, for the command line</source>
        <translation>字母和数字，供命令行使用</translation>
    </message>
    <message>
        <source>Distribution list</source>
        <translation>分送范围</translation>
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
        <source>Setting up the sample office</source>
        <translation>正在准备示范单位</translation>
    </message>
    <message>
        <source>Restored; the journal before it is among the backups</source>
        <translation>已恢复；恢复前的台账在备份里</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Putting the backup in place</source>
        <translation>正在换上备份</translation>
    </message>
    <message>
        <source>{office} (read only)</source>
        <translation>{office}（只读）</translation>
    </message>
    <message>
        <source>This journal is open to read only: it can be looked at, exported and printed, but nothing can be changed or saved.</source>
        <translation>台账以只读方式打开：可以查看、导出和打印，不能修改，也不会保存。</translation>
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
        <source>Print the audit code in the foot of signed issues</source>
        <translation>定稿的期，版记末行印上留痕码</translation>
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
        <source>Check settings…</source>
        <translation>检查设置…</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>备份与恢复…</translation>
    </message>
    <message>
        <source>Encryption and locking…</source>
        <translation>加密与锁定…</translation>
    </message>
    <message>
        <source>Check the journal…</source>
        <translation>检查台账…</translation>
    </message>
    <message>
        <source>Drop…</source>
        <translation>投递箱…</translation>
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
        <translation>台账：{path}</translation>
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
    <message>
        <source>This PC&apos;s own first</source>
        <translation>先用本机安装的字体</translation>
    </message>
    <message>
        <source>Only those that ship: the same page on every PC</source>
        <translation>只用随带字体：各台电脑版面一样</translation>
    </message>
    <message>
        <source>Fonts of papers</source>
        <translation>公文字体</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Sign and number</source>
        <translation>定稿编号</translation>
    </message>
    <message>
        <source>The issue gets this number and its items count as issued. Text and order stay as they are now; a number is never used twice.</source>
        <translation>定稿后编入此号，所收条目记为已刊发；文字与次序不再改动，编号不重复使用。</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签发人</translation>
    </message>
    <message>
        <source>Date of signing</source>
        <translation>签发日期</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>yyyy-MM-dd</source>
        <translation>yyyy年M月d日</translation>
    </message>
</context>
<context>
    <name>SourceDialog</name>
    <message>
        <source>Source</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>{count} passages stand in the item too.</source>
        <translation>标出的 {count} 处与条目相同。</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Split into parts</source>
        <translation>分段</translation>
    </message>
    <message>
        <source>Each sentence and the part it is proposed for. Choose sentences, then press a part below or its number on the keyboard.</source>
        <translation>每句话建议归入的部分如下。要改：选中句子，再点下面的部分，或按键盘上的数字。</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>按此分段</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>No sentence for: {parts}</source>
        <translation>没有句子归入：{parts}</translation>
    </message>
</context>
<context>
    <name>SplitOffer</name>
    <message>
        <source>Split by sentence…</source>
        <translation>按句分段…</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不分</translation>
    </message>
    <message>
        <source>This text is not yet split into its parts.</source>
        <translation>这篇文字还没有分段。</translation>
    </message>
    <message>
        <source>{count} sentences pasted into “{part}” tell of other parts.</source>
        <translation>粘贴到“{part}”的文字里，有 {count} 句像是别的部分。</translation>
    </message>
</context>
<context>
    <name>Splitting</name>
    <message>
        <source>(no title yet)</source>
        <translation>（还没有标题）</translation>
    </message>
    <message>
        <source>splitting of “{title}”</source>
        <translation>“{title}”的分段</translation>
    </message>
</context>
<context>
    <name>StateBar</name>
    <message>
        <source>Withdraw approval</source>
        <translation>撤销签发</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>解除扣压</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>In the trash. Restore it to go on writing.</source>
        <translation>在回收站里。恢复以后才能继续写。</translation>
    </message>
    <message>
        <source>Approved by {name}, {time}.</source>
        <translation>{name} 于 {time} 签发。</translation>
    </message>
    <message>
        <source> Despite open findings: {reason}.</source>
        <translation>仍签发的理由：{reason}。</translation>
    </message>
    <message>
        <source> To change the text, withdraw the approval.</source>
        <translation>要修改文字，请先撤销签发。</translation>
    </message>
    <message>
        <source> Printed in an issue: the text stays as it is.</source>
        <translation>已经刊发，文字不再改动。</translation>
    </message>
    <message>
        <source> Sent upward: the text stays as it is.</source>
        <translation>已经报送，文字不再改动。</translation>
    </message>
    <message>
        <source>Held back by {name}, {time}: {reason}</source>
        <translation>{name} 于 {time} 扣压：{reason}</translation>
    </message>
    <message>
        <source>Returned by {name}, {time}: {reason}</source>
        <translation>{name} 于 {time} 退回：{reason}</translation>
    </message>
</context>
<context>
    <name>TakingIn</name>
    <message>
        <source>Opening files</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>{count} files opened</source>
        <translation>已打开 {count} 个文件</translation>
    </message>
    <message>
        <source>, {count} could not be opened</source>
        <translation>，{count} 个打不开</translation>
    </message>
</context>
<context>
    <name>Tending</name>
    <message>
        <source>Nothing new to send or to fetch</source>
        <translation>没有要送的，也没有新到的</translation>
    </message>
    <message>
        <source>Drop: {count} files are damaged, such as {name}</source>
        <translation>投递箱里有 {count} 个文件损坏，如 {name}</translation>
    </message>
    <message>
        <source>Drop: {count} exported files are gone or were changed</source>
        <translation>有 {count} 个导出的批次文件已不在或被改动，没有送出</translation>
    </message>
    <message>
        <source>Drop: sent {sent}, fetched {fetched}</source>
        <translation>投递箱：送出 {sent} 个，收取 {fetched} 个</translation>
    </message>
</context>
<context>
    <name>TrustDialog</name>
    <message>
        <source>Make a station known</source>
        <translation>核验站点</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the stamped paper card, or by a telephone number you know: all eight groups.</source>
        <translation>请与盖章的纸质站点卡核对，或打已知的电话核对：八组数字都要一致。</translation>
    </message>
    <message>
        <source>Compared: all eight groups are the same</source>
        <translation>已核对，八组数字完全一致</translation>
    </message>
    <message>
        <source>This is the office above us: its roster of stations is believed</source>
        <translation>这是本单位的上级：采信它的站点名册</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>VersionsView</name>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Text of the version</source>
        <translation>这一稿的文字</translation>
    </message>
    <message>
        <source>Go on from this version</source>
        <translation>回到这一版</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>第 {number} 版</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Changed against the version before</source>
        <translation>与上一版比较</translation>
    </message>
    <message>
        <source>Changed until now</source>
        <translation>与现在的文字比较</translation>
    </message>
    <message>
        <source>{new} characters new, {gone} gone</source>
        <translation>新增 {new} 字，删去 {gone} 字</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>没有差别</translation>
    </message>
</context>
<context>
    <name>WaysIn</name>
    <message>
        <source>Open another journal</source>
        <translation>打开另一个台账</translation>
    </message>
    <message>
        <source>Journals (*.infodesk)</source>
        <translation>台账 (*.infodesk)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open to read only</source>
        <translation>只读打开</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Take the key file of a backup</source>
        <translation>取回备份里的密钥文件</translation>
    </message>
    <message>
        <source>Open another journal…</source>
        <translation>打开另一个台账…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>The journal can&apos;t be opened</source>
        <translation>台账打不开</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Write the first item</source>
        <translation>写第一条信息</translation>
    </message>
    <message>
        <source>infodesk shows what a report still lacks, while you write.</source>
        <translation>边写边看：还缺什么，右边随时列出。</translation>
    </message>
    <message>
        <source>Write an item</source>
        <translation>写一条</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>or drop Word, WPS or text files here</source>
        <translation>也可以把 Word、WPS 或文本文件拖到这里</translation>
    </message>
</context>
<context>
    <name>WithdrawDialog</name>
    <message>
        <source>Withdraw the issue</source>
        <translation>撤回本期</translation>
    </message>
    <message>
        <source>The number stays taken, and the reason is kept with it. The items can be put into another issue.</source>
        <translation>编号保留不再使用，撤回原因随之留存；条目可以编入别的刊期。</translation>
    </message>
    <message>
        <source>Withdrawn by</source>
        <translation>撤回人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>撤回原因</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
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
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>已写好：{name}</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>New item</source>
        <translation>写一条</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>New item from the clipboard</source>
        <translation>用剪贴板里的文字写一条</translation>
    </message>
    <message>
        <source>Search the list of items</source>
        <translation>在条目列表中查找</translation>
    </message>
    <message>
        <source>Print the item</source>
        <translation>打印条目</translation>
    </message>
    <message>
        <source>New issue</source>
        <translation>新编一期</translation>
    </message>
    <message>
        <source>Undo the last act</source>
        <translation>撤销上一步操作</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Check settings: kinds, rules, place names, documents and speeches</source>
        <translation>检查设置：类别、规则、地名表、文件讲话</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Items</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Bulletins</source>
        <translation>刊物</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>报送</translation>
    </message>
</context>
</TS>
