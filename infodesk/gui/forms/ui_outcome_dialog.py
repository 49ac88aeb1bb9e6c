# Generated from forms/outcome_dialog.ui by forms/compile.py: edit that form, not this file.
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
class Ui_OutcomeDialog(object):
    def setupUi(self, outcome_dialog):
        if not outcome_dialog.objectName():
            outcome_dialog.setObjectName(u"outcome_dialog")
        outcome_dialog.resize(600, 360)
        self.rows = QVBoxLayout(outcome_dialog)
        self.rows.setSpacing(12)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(20, 16, 20, 16)
        self.summary_label = QLabel(outcome_dialog)
        self.summary_label.setObjectName(u"summary_label")
        self.summary_label.setWordWrap(True)

        self.rows.addWidget(self.summary_label)

        self.notes_edit = QPlainTextEdit(outcome_dialog)
        self.notes_edit.setObjectName(u"notes_edit")
        self.notes_edit.setReadOnly(True)

        self.rows.addWidget(self.notes_edit)

        self.buttons = QHBoxLayout()
        self.buttons.setObjectName(u"buttons")
        self.buttons_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttons_gap)

        self.close_button = QPushButton(outcome_dialog)
        self.close_button.setObjectName(u"close_button")

        self.buttons.addWidget(self.close_button)


        self.rows.addLayout(self.buttons)


        self.retranslateUi(outcome_dialog)

        self.close_button.setDefault(True)

    # setupUi

    def retranslateUi(self, outcome_dialog):
        outcome_dialog.setWindowTitle(QCoreApplication.translate("OutcomeDialog", u"Files opened", None))
#if QT_CONFIG(accessibility)
        self.notes_edit.setAccessibleName(QCoreApplication.translate("OutcomeDialog", u"File by file", None))
#endif // QT_CONFIG(accessibility)
        self.close_button.setText(QCoreApplication.translate("OutcomeDialog", u"Close", None))
    # retranslateUi

