# Generated from forms/export_dialog.ui by forms/compile.py: edit that form, not this file.
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QFormLayout, QHBoxLayout,
    QLabel, QLineEdit, QProgressBar, QPushButton,
    QSizePolicy, QSpacerItem, QStackedWidget, QVBoxLayout,
    QWidget)

from infodesk.gui.widgets.paper_edit import PaperEdit
from infodesk.gui.widgets.written_file import WrittenFile

class Ui_ExportDialog(object):
    def setupUi(self, ExportDialog):
        if not ExportDialog.objectName():
            ExportDialog.setObjectName(u"ExportDialog")
        ExportDialog.resize(540, 200)
        self.layout_1 = QVBoxLayout(ExportDialog)
        self.layout_1.setSpacing(12)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(20, 18, 20, 16)
        self.stack = QStackedWidget(ExportDialog)
        self.stack.setObjectName(u"stack")
        self.ask_page = QWidget()
        self.ask_page.setObjectName(u"ask_page")
        self.layout_2 = QVBoxLayout(self.ask_page)
        self.layout_2.setSpacing(10)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.layout_3 = QFormLayout()
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setHorizontalSpacing(12)
        self.layout_3.setVerticalSpacing(8)
        self.folder_label = QLabel(self.ask_page)
        self.folder_label.setObjectName(u"folder_label")

        self.layout_3.setWidget(0, QFormLayout.ItemRole.LabelRole, self.folder_label)

        self.layout_4 = QHBoxLayout()
        self.layout_4.setSpacing(8)
        self.layout_4.setObjectName(u"layout_4")
        self.folder_edit = QLineEdit(self.ask_page)
        self.folder_edit.setObjectName(u"folder_edit")

        self.layout_4.addWidget(self.folder_edit)

        self.browse_button = QPushButton(self.ask_page)
        self.browse_button.setObjectName(u"browse_button")
        self.browse_button.setAutoDefault(False)

        self.layout_4.addWidget(self.browse_button)


        self.layout_3.setLayout(0, QFormLayout.ItemRole.FieldRole, self.layout_4)

        self.name_label = QLabel(self.ask_page)
        self.name_label.setObjectName(u"name_label")

        self.layout_3.setWidget(1, QFormLayout.ItemRole.LabelRole, self.name_label)

        self.name_edit = QLineEdit(self.ask_page)
        self.name_edit.setObjectName(u"name_edit")

        self.layout_3.setWidget(1, QFormLayout.ItemRole.FieldRole, self.name_edit)


        self.layout_2.addLayout(self.layout_3)

        self.replace_label = QLabel(self.ask_page)
        self.replace_label.setObjectName(u"replace_label")
        self.replace_label.setText(u"")
        self.replace_label.setWordWrap(True)
        self.replace_label.setProperty(u"role", u"muted")

        self.layout_2.addWidget(self.replace_label)

        self.paper_edit = PaperEdit(self.ask_page)
        self.paper_edit.setObjectName(u"paper_edit")

        self.layout_2.addWidget(self.paper_edit)

        self.problem_label = QLabel(self.ask_page)
        self.problem_label.setObjectName(u"problem_label")
        self.problem_label.setWordWrap(True)
        self.problem_label.setProperty(u"role", u"must")

        self.layout_2.addWidget(self.problem_label)

        self.progress_bar = QProgressBar(self.ask_page)
        self.progress_bar.setObjectName(u"progress_bar")
        self.progress_bar.setMaximum(0)
        self.progress_bar.setValue(-1)
        self.progress_bar.setTextVisible(False)

        self.layout_2.addWidget(self.progress_bar)

        self.spacer_5 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_2.addItem(self.spacer_5)

        self.layout_6 = QHBoxLayout()
        self.layout_6.setSpacing(8)
        self.layout_6.setObjectName(u"layout_6")
        self.spacer_7 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_6.addItem(self.spacer_7)

        self.export_button = QPushButton(self.ask_page)
        self.export_button.setObjectName(u"export_button")

        self.layout_6.addWidget(self.export_button)

        self.cancel_button = QPushButton(self.ask_page)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.layout_6.addWidget(self.cancel_button)


        self.layout_2.addLayout(self.layout_6)

        self.stack.addWidget(self.ask_page)
        self.done_page = QWidget()
        self.done_page.setObjectName(u"done_page")
        self.layout_8 = QVBoxLayout(self.done_page)
        self.layout_8.setSpacing(12)
        self.layout_8.setObjectName(u"layout_8")
        self.layout_8.setContentsMargins(0, 0, 0, 0)
        self.written_file = WrittenFile(self.done_page)
        self.written_file.setObjectName(u"written_file")

        self.layout_8.addWidget(self.written_file)

        self.spacer_9 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_8.addItem(self.spacer_9)

        self.layout_10 = QHBoxLayout()
        self.layout_10.setSpacing(8)
        self.layout_10.setObjectName(u"layout_10")
        self.spacer_11 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_10.addItem(self.spacer_11)

        self.close_button = QPushButton(self.done_page)
        self.close_button.setObjectName(u"close_button")

        self.layout_10.addWidget(self.close_button)


        self.layout_8.addLayout(self.layout_10)

        self.stack.addWidget(self.done_page)

        self.layout_1.addWidget(self.stack)

#if QT_CONFIG(shortcut)
        self.folder_label.setBuddy(self.folder_edit)
        self.name_label.setBuddy(self.name_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ExportDialog)

        self.export_button.setDefault(True)

    # setupUi

    def retranslateUi(self, ExportDialog):
        ExportDialog.setWindowTitle(QCoreApplication.translate("ExportDialog", u"Export", None))
        self.folder_label.setText(QCoreApplication.translate("ExportDialog", u"Folder", None))
#if QT_CONFIG(accessibility)
        self.folder_edit.setAccessibleName(QCoreApplication.translate("ExportDialog", u"Folder", None))
#endif // QT_CONFIG(accessibility)
        self.browse_button.setText(QCoreApplication.translate("ExportDialog", u"Browse\u2026", None))
        self.name_label.setText(QCoreApplication.translate("ExportDialog", u"File name", None))
#if QT_CONFIG(accessibility)
        self.name_edit.setAccessibleName(QCoreApplication.translate("ExportDialog", u"File name", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.progress_bar.setAccessibleName(QCoreApplication.translate("ExportDialog", u"Writing the file", None))
#endif // QT_CONFIG(accessibility)
        self.export_button.setText(QCoreApplication.translate("ExportDialog", u"Export", None))
        self.cancel_button.setText(QCoreApplication.translate("ExportDialog", u"Cancel", None))
        self.close_button.setText(QCoreApplication.translate("ExportDialog", u"Close", None))
    # retranslateUi

