# Generated from forms/batch_export_dialog.ui by forms/compile.py: edit that form, not this file.
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QCheckBox, QDialog, QFormLayout,
    QHBoxLayout, QHeaderView, QLabel, QLineEdit,
    QPushButton, QSizePolicy, QSpacerItem, QStackedWidget,
    QVBoxLayout, QWidget)

from infodesk.gui.widgets.personal_box import PersonalBox
from infodesk.gui.widgets.rows_view import RowsView
from infodesk.gui.widgets.written_file import WrittenFile

class Ui_BatchExportDialog(object):
    def setupUi(self, BatchExportDialog):
        if not BatchExportDialog.objectName():
            BatchExportDialog.setObjectName(u"BatchExportDialog")
        BatchExportDialog.resize(680, 560)
        self.layout_1 = QVBoxLayout(BatchExportDialog)
        self.layout_1.setSpacing(12)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(20, 18, 20, 16)
        self.stack = QStackedWidget(BatchExportDialog)
        self.stack.setObjectName(u"stack")
        self.ask_page = QWidget()
        self.ask_page.setObjectName(u"ask_page")
        self.layout_2 = QVBoxLayout(self.ask_page)
        self.layout_2.setSpacing(10)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.layout_3 = QHBoxLayout()
        self.layout_3.setSpacing(8)
        self.layout_3.setObjectName(u"layout_3")
        self.to_label = QLabel(self.ask_page)
        self.to_label.setObjectName(u"to_label")

        self.layout_3.addWidget(self.to_label)

        self.recipient_edit = QLineEdit(self.ask_page)
        self.recipient_edit.setObjectName(u"recipient_edit")

        self.layout_3.addWidget(self.recipient_edit)

        self.by_label = QLabel(self.ask_page)
        self.by_label.setObjectName(u"by_label")

        self.layout_3.addWidget(self.by_label)

        self.by_edit = QLineEdit(self.ask_page)
        self.by_edit.setObjectName(u"by_edit")

        self.layout_3.addWidget(self.by_edit)

        self.layout_3.setStretch(1, 2)
        self.layout_3.setStretch(3, 1)

        self.layout_2.addLayout(self.layout_3)

        self.layout_4 = QHBoxLayout()
        self.layout_4.setSpacing(12)
        self.layout_4.setObjectName(u"layout_4")
        self.search_edit = QLineEdit(self.ask_page)
        self.search_edit.setObjectName(u"search_edit")
        self.search_edit.setClearButtonEnabled(True)

        self.layout_4.addWidget(self.search_edit)

        self.unsent_check = QCheckBox(self.ask_page)
        self.unsent_check.setObjectName(u"unsent_check")
        self.unsent_check.setChecked(True)

        self.layout_4.addWidget(self.unsent_check)

        self.layout_4.setStretch(0, 1)

        self.layout_2.addLayout(self.layout_4)

        self.items_view = RowsView(self.ask_page)
        self.items_view.setObjectName(u"items_view")

        self.layout_2.addWidget(self.items_view)

        self.count_label = QLabel(self.ask_page)
        self.count_label.setObjectName(u"count_label")
        self.count_label.setText(u"")
        self.count_label.setWordWrap(True)
        self.count_label.setProperty(u"role", u"muted")

        self.layout_2.addWidget(self.count_label)

        self.personal_box = PersonalBox(self.ask_page)
        self.personal_box.setObjectName(u"personal_box")

        self.layout_2.addWidget(self.personal_box)

        self.layout_5 = QFormLayout()
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setHorizontalSpacing(12)
        self.layout_5.setVerticalSpacing(8)
        self.folder_label = QLabel(self.ask_page)
        self.folder_label.setObjectName(u"folder_label")

        self.layout_5.setWidget(0, QFormLayout.ItemRole.LabelRole, self.folder_label)

        self.layout_6 = QHBoxLayout()
        self.layout_6.setSpacing(8)
        self.layout_6.setObjectName(u"layout_6")
        self.folder_edit = QLineEdit(self.ask_page)
        self.folder_edit.setObjectName(u"folder_edit")

        self.layout_6.addWidget(self.folder_edit)

        self.browse_button = QPushButton(self.ask_page)
        self.browse_button.setObjectName(u"browse_button")
        self.browse_button.setAutoDefault(False)

        self.layout_6.addWidget(self.browse_button)


        self.layout_5.setLayout(0, QFormLayout.ItemRole.FieldRole, self.layout_6)


        self.layout_2.addLayout(self.layout_5)

        self.problem_label = QLabel(self.ask_page)
        self.problem_label.setObjectName(u"problem_label")
        self.problem_label.setWordWrap(True)
        self.problem_label.setProperty(u"role", u"must")

        self.layout_2.addWidget(self.problem_label)

        self.layout_7 = QHBoxLayout()
        self.layout_7.setSpacing(8)
        self.layout_7.setObjectName(u"layout_7")
        self.spacer_8 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_7.addItem(self.spacer_8)

        self.export_button = QPushButton(self.ask_page)
        self.export_button.setObjectName(u"export_button")

        self.layout_7.addWidget(self.export_button)

        self.cancel_button = QPushButton(self.ask_page)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.layout_7.addWidget(self.cancel_button)


        self.layout_2.addLayout(self.layout_7)

        self.layout_2.setStretch(2, 1)
        self.stack.addWidget(self.ask_page)
        self.done_page = QWidget()
        self.done_page.setObjectName(u"done_page")
        self.layout_9 = QVBoxLayout(self.done_page)
        self.layout_9.setSpacing(12)
        self.layout_9.setObjectName(u"layout_9")
        self.layout_9.setContentsMargins(0, 0, 0, 0)
        self.written_file = WrittenFile(self.done_page)
        self.written_file.setObjectName(u"written_file")

        self.layout_9.addWidget(self.written_file)

        self.spacer_10 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_9.addItem(self.spacer_10)

        self.layout_11 = QHBoxLayout()
        self.layout_11.setSpacing(8)
        self.layout_11.setObjectName(u"layout_11")
        self.spacer_12 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_11.addItem(self.spacer_12)

        self.close_button = QPushButton(self.done_page)
        self.close_button.setObjectName(u"close_button")

        self.layout_11.addWidget(self.close_button)


        self.layout_9.addLayout(self.layout_11)

        self.stack.addWidget(self.done_page)

        self.layout_1.addWidget(self.stack)

#if QT_CONFIG(shortcut)
        self.to_label.setBuddy(self.recipient_edit)
        self.by_label.setBuddy(self.by_edit)
        self.folder_label.setBuddy(self.folder_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(BatchExportDialog)

        self.export_button.setDefault(True)

    # setupUi

    def retranslateUi(self, BatchExportDialog):
        BatchExportDialog.setWindowTitle(QCoreApplication.translate("BatchExportDialog", u"Send items as a batch", None))
        self.to_label.setText(QCoreApplication.translate("BatchExportDialog", u"To", None))
#if QT_CONFIG(accessibility)
        self.recipient_edit.setAccessibleName(QCoreApplication.translate("BatchExportDialog", u"To", None))
#endif // QT_CONFIG(accessibility)
        self.by_label.setText(QCoreApplication.translate("BatchExportDialog", u"Sent by", None))
#if QT_CONFIG(accessibility)
        self.by_edit.setAccessibleName(QCoreApplication.translate("BatchExportDialog", u"Sent by", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.search_edit.setAccessibleName(QCoreApplication.translate("BatchExportDialog", u"Find an item", None))
#endif // QT_CONFIG(accessibility)
        self.search_edit.setPlaceholderText(QCoreApplication.translate("BatchExportDialog", u"Find by title, text or unit", None))
        self.unsent_check.setText(QCoreApplication.translate("BatchExportDialog", u"Not sent yet only", None))
#if QT_CONFIG(accessibility)
        self.items_view.setAccessibleName(QCoreApplication.translate("BatchExportDialog", u"Approved items", None))
#endif // QT_CONFIG(accessibility)
        self.folder_label.setText(QCoreApplication.translate("BatchExportDialog", u"Folder", None))
#if QT_CONFIG(accessibility)
        self.folder_edit.setAccessibleName(QCoreApplication.translate("BatchExportDialog", u"Folder", None))
#endif // QT_CONFIG(accessibility)
        self.browse_button.setText(QCoreApplication.translate("BatchExportDialog", u"Browse\u2026", None))
        self.export_button.setText(QCoreApplication.translate("BatchExportDialog", u"Write the batch", None))
        self.cancel_button.setText(QCoreApplication.translate("BatchExportDialog", u"Cancel", None))
        self.close_button.setText(QCoreApplication.translate("BatchExportDialog", u"Close", None))
    # retranslateUi

