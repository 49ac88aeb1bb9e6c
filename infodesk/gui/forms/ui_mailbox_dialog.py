# Generated from forms/mailbox_dialog.ui by forms/compile.py: edit that form, not this file.
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QDialog, QHBoxLayout,
    QHeaderView, QLabel, QProgressBar, QPushButton,
    QSizePolicy, QSpacerItem, QTableWidget, QTableWidgetItem,
    QVBoxLayout, QWidget)
class Ui_MailboxDialog(object):
    def setupUi(self, mailbox_dialog):
        if not mailbox_dialog.objectName():
            mailbox_dialog.setObjectName(u"mailbox_dialog")
        mailbox_dialog.resize(860, 480)
        self.rows = QVBoxLayout(mailbox_dialog)
        self.rows.setSpacing(12)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(24, 20, 24, 16)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.setObjectName(u"head")
        self.state_label = QLabel(mailbox_dialog)
        self.state_label.setObjectName(u"state_label")
        self.state_label.setProperty(u"role", u"brand")

        self.head.addWidget(self.state_label)

        self.head_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.head_gap)

        self.settings_button = QPushButton(mailbox_dialog)
        self.settings_button.setObjectName(u"settings_button")
        self.settings_button.setAutoDefault(False)
        self.settings_button.setProperty(u"role", u"link")

        self.head.addWidget(self.settings_button)


        self.rows.addLayout(self.head)

        self.files_table = QTableWidget(mailbox_dialog)
        if (self.files_table.columnCount() < 4):
            self.files_table.setColumnCount(4)
        __qtablewidgetitem = QTableWidgetItem()
        self.files_table.setHorizontalHeaderItem(0, __qtablewidgetitem)
        __qtablewidgetitem1 = QTableWidgetItem()
        self.files_table.setHorizontalHeaderItem(1, __qtablewidgetitem1)
        __qtablewidgetitem2 = QTableWidgetItem()
        self.files_table.setHorizontalHeaderItem(2, __qtablewidgetitem2)
        __qtablewidgetitem3 = QTableWidgetItem()
        self.files_table.setHorizontalHeaderItem(3, __qtablewidgetitem3)
        self.files_table.setObjectName(u"files_table")
        self.files_table.setEditTriggers(QAbstractItemView.NoEditTriggers)
        self.files_table.setSelectionBehavior(QAbstractItemView.SelectRows)
        self.files_table.setSelectionMode(QAbstractItemView.SingleSelection)
        self.files_table.setTabKeyNavigation(False)
        self.files_table.setShowGrid(False)
        self.files_table.setColumnCount(4)

        self.rows.addWidget(self.files_table)

        self.told_label = QLabel(mailbox_dialog)
        self.told_label.setObjectName(u"told_label")
        self.told_label.setWordWrap(True)

        self.rows.addWidget(self.told_label)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.sync_button = QPushButton(mailbox_dialog)
        self.sync_button.setObjectName(u"sync_button")

        self.buttons.addWidget(self.sync_button)

        self.stop_button = QPushButton(mailbox_dialog)
        self.stop_button.setObjectName(u"stop_button")
        self.stop_button.setAutoDefault(False)

        self.buttons.addWidget(self.stop_button)

        self.progress_bar = QProgressBar(mailbox_dialog)
        self.progress_bar.setObjectName(u"progress_bar")
        self.progress_bar.setTextVisible(False)
        self.progress_bar.setMaximumHeight(8)

        self.buttons.addWidget(self.progress_bar)

        self.buttons_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttons_gap)

        self.import_button = QPushButton(mailbox_dialog)
        self.import_button.setObjectName(u"import_button")
        self.import_button.setAutoDefault(False)

        self.buttons.addWidget(self.import_button)

        self.close_button = QPushButton(mailbox_dialog)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setAutoDefault(False)

        self.buttons.addWidget(self.close_button)


        self.rows.addLayout(self.buttons)


        self.retranslateUi(mailbox_dialog)

        self.sync_button.setDefault(True)

    # setupUi

    def retranslateUi(self, mailbox_dialog):
        mailbox_dialog.setWindowTitle(QCoreApplication.translate("MailboxDialog", u"Send and fetch by the drop", None))
        self.settings_button.setText(QCoreApplication.translate("MailboxDialog", u"Settings\u2026", None))
        ___qtablewidgetitem = self.files_table.horizontalHeaderItem(0)
        ___qtablewidgetitem.setText(QCoreApplication.translate("MailboxDialog", u"When", None))
        ___qtablewidgetitem1 = self.files_table.horizontalHeaderItem(1)
        ___qtablewidgetitem1.setText(QCoreApplication.translate("MailboxDialog", u"State", None))
        ___qtablewidgetitem2 = self.files_table.horizontalHeaderItem(2)
        ___qtablewidgetitem2.setText(QCoreApplication.translate("MailboxDialog", u"File", None))
        ___qtablewidgetitem3 = self.files_table.horizontalHeaderItem(3)
        ___qtablewidgetitem3.setText(QCoreApplication.translate("MailboxDialog", u"Where", None))
#if QT_CONFIG(accessibility)
        self.files_table.setAccessibleName(QCoreApplication.translate("MailboxDialog", u"Files of the drop, the newest first", None))
#endif // QT_CONFIG(accessibility)
        self.sync_button.setText(QCoreApplication.translate("MailboxDialog", u"Send and fetch now", None))
        self.stop_button.setText(QCoreApplication.translate("MailboxDialog", u"Stop", None))
        self.import_button.setText(QCoreApplication.translate("MailboxDialog", u"Look and take in\u2026", None))
        self.close_button.setText(QCoreApplication.translate("MailboxDialog", u"Close", None))
    # retranslateUi

