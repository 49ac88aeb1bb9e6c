# Generated from forms/backups_dialog.ui by forms/compile.py: edit that form, not this file.
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QDialog, QHBoxLayout,
    QHeaderView, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QTableWidget, QTableWidgetItem,
    QVBoxLayout, QWidget)
class Ui_BackupsDialog(object):
    def setupUi(self, backups_dialog):
        if not backups_dialog.objectName():
            backups_dialog.setObjectName(u"backups_dialog")
        backups_dialog.resize(1000, 580)
        self.rows = QVBoxLayout(backups_dialog)
        self.rows.setSpacing(12)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(20, 16, 20, 16)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.setObjectName(u"head")
        self.state_label = QLabel(backups_dialog)
        self.state_label.setObjectName(u"state_label")
        self.state_label.setProperty(u"role", u"brand")

        self.head.addWidget(self.state_label)

        self.head_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.head_gap)

        self.folder_button = QPushButton(backups_dialog)
        self.folder_button.setObjectName(u"folder_button")
        self.folder_button.setAutoDefault(False)
        self.folder_button.setProperty(u"role", u"link")

        self.head.addWidget(self.folder_button)


        self.rows.addLayout(self.head)

        self.middle = QHBoxLayout()
        self.middle.setSpacing(16)
        self.middle.setObjectName(u"middle")
        self.backups_table = QTableWidget(backups_dialog)
        if (self.backups_table.columnCount() < 6):
            self.backups_table.setColumnCount(6)
        __qtablewidgetitem = QTableWidgetItem()
        self.backups_table.setHorizontalHeaderItem(0, __qtablewidgetitem)
        __qtablewidgetitem1 = QTableWidgetItem()
        self.backups_table.setHorizontalHeaderItem(1, __qtablewidgetitem1)
        __qtablewidgetitem2 = QTableWidgetItem()
        self.backups_table.setHorizontalHeaderItem(2, __qtablewidgetitem2)
        __qtablewidgetitem3 = QTableWidgetItem()
        self.backups_table.setHorizontalHeaderItem(3, __qtablewidgetitem3)
        __qtablewidgetitem4 = QTableWidgetItem()
        self.backups_table.setHorizontalHeaderItem(4, __qtablewidgetitem4)
        __qtablewidgetitem5 = QTableWidgetItem()
        self.backups_table.setHorizontalHeaderItem(5, __qtablewidgetitem5)
        self.backups_table.setObjectName(u"backups_table")
        self.backups_table.setEditTriggers(QAbstractItemView.NoEditTriggers)
        self.backups_table.setSelectionBehavior(QAbstractItemView.SelectRows)
        self.backups_table.setSelectionMode(QAbstractItemView.SingleSelection)
        self.backups_table.setTabKeyNavigation(False)
        self.backups_table.setShowGrid(False)
        self.backups_table.setColumnCount(6)

        self.middle.addWidget(self.backups_table)

        self.inside = QVBoxLayout()
        self.inside.setSpacing(6)
        self.inside.setObjectName(u"inside")
        self.inside_label = QLabel(backups_dialog)
        self.inside_label.setObjectName(u"inside_label")
        self.inside_label.setProperty(u"role", u"strong")

        self.inside.addWidget(self.inside_label)

        self.summary_label = QLabel(backups_dialog)
        self.summary_label.setObjectName(u"summary_label")
        self.summary_label.setWordWrap(True)
        self.summary_label.setProperty(u"role", u"muted")

        self.inside.addWidget(self.summary_label)

        self.items_table = QTableWidget(backups_dialog)
        if (self.items_table.columnCount() < 3):
            self.items_table.setColumnCount(3)
        __qtablewidgetitem6 = QTableWidgetItem()
        self.items_table.setHorizontalHeaderItem(0, __qtablewidgetitem6)
        __qtablewidgetitem7 = QTableWidgetItem()
        self.items_table.setHorizontalHeaderItem(1, __qtablewidgetitem7)
        __qtablewidgetitem8 = QTableWidgetItem()
        self.items_table.setHorizontalHeaderItem(2, __qtablewidgetitem8)
        self.items_table.setObjectName(u"items_table")
        self.items_table.setEditTriggers(QAbstractItemView.NoEditTriggers)
        self.items_table.setSelectionMode(QAbstractItemView.NoSelection)
        self.items_table.setTabKeyNavigation(False)
        self.items_table.setShowGrid(False)
        self.items_table.setColumnCount(3)

        self.inside.addWidget(self.items_table)


        self.middle.addLayout(self.inside)

        self.middle.setStretch(0, 11)
        self.middle.setStretch(1, 9)

        self.rows.addLayout(self.middle)

        self.place_row = QHBoxLayout()
        self.place_row.setSpacing(8)
        self.place_row.setObjectName(u"place_row")
        self.place_label = QLabel(backups_dialog)
        self.place_label.setObjectName(u"place_label")

        self.place_row.addWidget(self.place_label)

        self.place_edit = QLineEdit(backups_dialog)
        self.place_edit.setObjectName(u"place_edit")
        self.place_edit.setReadOnly(True)

        self.place_row.addWidget(self.place_edit)

        self.place_button = QPushButton(backups_dialog)
        self.place_button.setObjectName(u"place_button")
        self.place_button.setAutoDefault(False)

        self.place_row.addWidget(self.place_button)

        self.no_place_button = QPushButton(backups_dialog)
        self.no_place_button.setObjectName(u"no_place_button")
        self.no_place_button.setAutoDefault(False)

        self.place_row.addWidget(self.no_place_button)


        self.rows.addLayout(self.place_row)

        self.told_label = QLabel(backups_dialog)
        self.told_label.setObjectName(u"told_label")
        self.told_label.setWordWrap(True)

        self.rows.addWidget(self.told_label)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.make_button = QPushButton(backups_dialog)
        self.make_button.setObjectName(u"make_button")
        self.make_button.setAutoDefault(False)

        self.buttons.addWidget(self.make_button)

        self.drill_button = QPushButton(backups_dialog)
        self.drill_button.setObjectName(u"drill_button")
        self.drill_button.setAutoDefault(False)

        self.buttons.addWidget(self.drill_button)

        self.buttons_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttons_gap)

        self.restore_button = QPushButton(backups_dialog)
        self.restore_button.setObjectName(u"restore_button")
        self.restore_button.setAutoDefault(False)

        self.buttons.addWidget(self.restore_button)

        self.close_button = QPushButton(backups_dialog)
        self.close_button.setObjectName(u"close_button")

        self.buttons.addWidget(self.close_button)


        self.rows.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.place_label.setBuddy(self.place_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(backups_dialog)

        self.close_button.setDefault(True)

    # setupUi

    def retranslateUi(self, backups_dialog):
        backups_dialog.setWindowTitle(QCoreApplication.translate("BackupsDialog", u"Backups", None))
        self.folder_button.setText(QCoreApplication.translate("BackupsDialog", u"Open the folder", None))
        ___qtablewidgetitem = self.backups_table.horizontalHeaderItem(0)
        ___qtablewidgetitem.setText(QCoreApplication.translate("BackupsDialog", u"Made", None))
        ___qtablewidgetitem1 = self.backups_table.horizontalHeaderItem(1)
        ___qtablewidgetitem1.setText(QCoreApplication.translate("BackupsDialog", u"Why", None))
        ___qtablewidgetitem2 = self.backups_table.horizontalHeaderItem(2)
        ___qtablewidgetitem2.setText(QCoreApplication.translate("BackupsDialog", u"Items", None))
        ___qtablewidgetitem3 = self.backups_table.horizontalHeaderItem(3)
        ___qtablewidgetitem3.setText(QCoreApplication.translate("BackupsDialog", u"Issues", None))
        ___qtablewidgetitem4 = self.backups_table.horizontalHeaderItem(4)
        ___qtablewidgetitem4.setText(QCoreApplication.translate("BackupsDialog", u"Size", None))
        ___qtablewidgetitem5 = self.backups_table.horizontalHeaderItem(5)
        ___qtablewidgetitem5.setText(QCoreApplication.translate("BackupsDialog", u"State", None))
#if QT_CONFIG(accessibility)
        self.backups_table.setAccessibleName(QCoreApplication.translate("BackupsDialog", u"Backups, the newest first", None))
#endif // QT_CONFIG(accessibility)
        ___qtablewidgetitem6 = self.items_table.horizontalHeaderItem(0)
        ___qtablewidgetitem6.setText(QCoreApplication.translate("BackupsDialog", u"Changed", None))
        ___qtablewidgetitem7 = self.items_table.horizontalHeaderItem(1)
        ___qtablewidgetitem7.setText(QCoreApplication.translate("BackupsDialog", u"State", None))
        ___qtablewidgetitem8 = self.items_table.horizontalHeaderItem(2)
        ___qtablewidgetitem8.setText(QCoreApplication.translate("BackupsDialog", u"Title", None))
#if QT_CONFIG(accessibility)
        self.items_table.setAccessibleName(QCoreApplication.translate("BackupsDialog", u"Newest items of the backup", None))
#endif // QT_CONFIG(accessibility)
        self.place_label.setText(QCoreApplication.translate("BackupsDialog", u"Second place", None))
#if QT_CONFIG(accessibility)
        self.place_edit.setAccessibleName(QCoreApplication.translate("BackupsDialog", u"Second place", None))
#endif // QT_CONFIG(accessibility)
        self.place_edit.setPlaceholderText(QCoreApplication.translate("BackupsDialog", u"none: name a stick or another disk, so that this disk may fail", None))
        self.place_button.setText(QCoreApplication.translate("BackupsDialog", u"Choose\u2026", None))
        self.no_place_button.setText(QCoreApplication.translate("BackupsDialog", u"None", None))
        self.make_button.setText(QCoreApplication.translate("BackupsDialog", u"Back up now", None))
        self.drill_button.setText(QCoreApplication.translate("BackupsDialog", u"Restore drill", None))
        self.restore_button.setText(QCoreApplication.translate("BackupsDialog", u"Restore this one\u2026", None))
        self.close_button.setText(QCoreApplication.translate("BackupsDialog", u"Close", None))
    # retranslateUi

