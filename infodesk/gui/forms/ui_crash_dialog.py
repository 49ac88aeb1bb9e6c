# Generated from forms/crash_dialog.ui by forms/compile.py: edit that form, not this file.
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QLabel,
    QPlainTextEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)
class Ui_CrashDialog(object):
    def setupUi(self, crash_dialog):
        if not crash_dialog.objectName():
            crash_dialog.setObjectName(u"crash_dialog")
        crash_dialog.resize(560, 360)
        self.rows = QVBoxLayout(crash_dialog)
        self.rows.setSpacing(12)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(20, 20, 20, 16)
        self.text_label = QLabel(crash_dialog)
        self.text_label.setObjectName(u"text_label")
        self.text_label.setWordWrap(True)

        self.rows.addWidget(self.text_label)

        self.path_label = QLabel(crash_dialog)
        self.path_label.setObjectName(u"path_label")
        self.path_label.setWordWrap(True)
        self.path_label.setTextInteractionFlags(Qt.TextSelectableByMouse)

        self.rows.addWidget(self.path_label)

        self.details_edit = QPlainTextEdit(crash_dialog)
        self.details_edit.setObjectName(u"details_edit")
        self.details_edit.setReadOnly(True)

        self.rows.addWidget(self.details_edit)

        self.buttons = QHBoxLayout()
        self.buttons.setObjectName(u"buttons")
        self.copy_button = QPushButton(crash_dialog)
        self.copy_button.setObjectName(u"copy_button")
        self.copy_button.setAutoDefault(False)

        self.buttons.addWidget(self.copy_button)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.gap)

        self.close_button = QPushButton(crash_dialog)
        self.close_button.setObjectName(u"close_button")

        self.buttons.addWidget(self.close_button)


        self.rows.addLayout(self.buttons)


        self.retranslateUi(crash_dialog)

        self.close_button.setDefault(True)

    # setupUi

    def retranslateUi(self, crash_dialog):
        crash_dialog.setWindowTitle(QCoreApplication.translate("CrashDialog", u"Unexpected fault", None))
        self.text_label.setText(QCoreApplication.translate("CrashDialog", u"Something unexpected happened. What was saved is kept; you can go on working. A report without any text of your items was written to:", None))
#if QT_CONFIG(accessibility)
        self.details_edit.setAccessibleName(QCoreApplication.translate("CrashDialog", u"Details of the fault", None))
#endif // QT_CONFIG(accessibility)
        self.copy_button.setText(QCoreApplication.translate("CrashDialog", u"Copy details", None))
        self.close_button.setText(QCoreApplication.translate("CrashDialog", u"Close", None))
    # retranslateUi

