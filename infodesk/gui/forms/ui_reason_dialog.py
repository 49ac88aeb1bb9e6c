# Generated from forms/reason_dialog.ui by forms/compile.py: edit that form, not this file.
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QFormLayout, QHBoxLayout,
    QLabel, QLineEdit, QPlainTextEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)
class Ui_ReasonDialog(object):
    def setupUi(self, reason_dialog):
        if not reason_dialog.objectName():
            reason_dialog.setObjectName(u"reason_dialog")
        reason_dialog.resize(480, 260)
        self.rows = QVBoxLayout(reason_dialog)
        self.rows.setSpacing(12)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(24, 20, 24, 16)
        self.title_label = QLabel(reason_dialog)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setWordWrap(True)

        self.rows.addWidget(self.title_label)

        self.consequence_label = QLabel(reason_dialog)
        self.consequence_label.setObjectName(u"consequence_label")
        self.consequence_label.setWordWrap(True)

        self.rows.addWidget(self.consequence_label)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(10)
        self.name_label = QLabel(reason_dialog)
        self.name_label.setObjectName(u"name_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.name_label)

        self.name_edit = QLineEdit(reason_dialog)
        self.name_edit.setObjectName(u"name_edit")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.name_edit)

        self.reason_label = QLabel(reason_dialog)
        self.reason_label.setObjectName(u"reason_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.reason_label)

        self.reason_edit = QPlainTextEdit(reason_dialog)
        self.reason_edit.setObjectName(u"reason_edit")
        self.reason_edit.setTabChangesFocus(True)
        self.reason_edit.setMaximumSize(QSize(16777215, 72))

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.reason_edit)


        self.rows.addLayout(self.form)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rows.addItem(self.gap)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttons_gap)

        self.accept_button = QPushButton(reason_dialog)
        self.accept_button.setObjectName(u"accept_button")

        self.buttons.addWidget(self.accept_button)

        self.cancel_button = QPushButton(reason_dialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.buttons.addWidget(self.cancel_button)


        self.rows.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name_edit)
        self.reason_label.setBuddy(self.reason_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(reason_dialog)

        self.accept_button.setDefault(True)

    # setupUi

    def retranslateUi(self, reason_dialog):
        self.name_label.setText(QCoreApplication.translate("ReasonDialog", u"Name", None))
#if QT_CONFIG(accessibility)
        self.name_edit.setAccessibleName(QCoreApplication.translate("ReasonDialog", u"Name", None))
#endif // QT_CONFIG(accessibility)
        self.reason_label.setText(QCoreApplication.translate("ReasonDialog", u"Reason", None))
#if QT_CONFIG(accessibility)
        self.reason_edit.setAccessibleName(QCoreApplication.translate("ReasonDialog", u"Reason", None))
#endif // QT_CONFIG(accessibility)
        self.cancel_button.setText(QCoreApplication.translate("ReasonDialog", u"Cancel", None))
        pass
    # retranslateUi

