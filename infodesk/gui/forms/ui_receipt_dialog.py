# Generated from forms/receipt_dialog.ui by forms/compile.py: edit that form, not this file.
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QDateTimeEdit, QDialog,
    QFormLayout, QHBoxLayout, QLabel, QLineEdit,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)
class Ui_ReceiptDialog(object):
    def setupUi(self, receipt_dialog):
        if not receipt_dialog.objectName():
            receipt_dialog.setObjectName(u"receipt_dialog")
        receipt_dialog.resize(460, 260)
        self.rows = QVBoxLayout(receipt_dialog)
        self.rows.setSpacing(12)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(24, 20, 24, 16)
        self.note_label = QLabel(receipt_dialog)
        self.note_label.setObjectName(u"note_label")
        self.note_label.setWordWrap(True)
        self.note_label.setProperty(u"role", u"muted")

        self.rows.addWidget(self.note_label)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(10)
        self.via_label = QLabel(receipt_dialog)
        self.via_label.setObjectName(u"via_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.via_label)

        self.via_combo = QComboBox(receipt_dialog)
        self.via_combo.setObjectName(u"via_combo")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.via_combo)

        self.who_label = QLabel(receipt_dialog)
        self.who_label.setObjectName(u"who_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.who_label)

        self.who_edit = QLineEdit(receipt_dialog)
        self.who_edit.setObjectName(u"who_edit")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.who_edit)

        self.when_label = QLabel(receipt_dialog)
        self.when_label.setObjectName(u"when_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.when_label)

        self.when_edit = QDateTimeEdit(receipt_dialog)
        self.when_edit.setObjectName(u"when_edit")
        self.when_edit.setDisplayFormat(u"yyyy-MM-dd HH:mm")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.when_edit)


        self.rows.addLayout(self.form)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rows.addItem(self.gap)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttons_gap)

        self.accept_button = QPushButton(receipt_dialog)
        self.accept_button.setObjectName(u"accept_button")

        self.buttons.addWidget(self.accept_button)

        self.cancel_button = QPushButton(receipt_dialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.buttons.addWidget(self.cancel_button)


        self.rows.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.via_label.setBuddy(self.via_combo)
        self.who_label.setBuddy(self.who_edit)
        self.when_label.setBuddy(self.when_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(receipt_dialog)

        self.accept_button.setDefault(True)

    # setupUi

    def retranslateUi(self, receipt_dialog):
        receipt_dialog.setWindowTitle(QCoreApplication.translate("ReceiptDialog", u"Write down a receipt", None))
        self.note_label.setText(QCoreApplication.translate("ReceiptDialog", u"For a receiver who told it by telephone, fax or paper. It is marked as our own record: the receiver signed nothing.", None))
        self.via_label.setText(QCoreApplication.translate("ReceiptDialog", u"How", None))
#if QT_CONFIG(accessibility)
        self.via_combo.setAccessibleName(QCoreApplication.translate("ReceiptDialog", u"How", None))
#endif // QT_CONFIG(accessibility)
        self.who_label.setText(QCoreApplication.translate("ReceiptDialog", u"Who confirmed it", None))
#if QT_CONFIG(accessibility)
        self.who_edit.setAccessibleName(QCoreApplication.translate("ReceiptDialog", u"Who confirmed it", None))
#endif // QT_CONFIG(accessibility)
        self.when_label.setText(QCoreApplication.translate("ReceiptDialog", u"When", None))
#if QT_CONFIG(accessibility)
        self.when_edit.setAccessibleName(QCoreApplication.translate("ReceiptDialog", u"When", None))
#endif // QT_CONFIG(accessibility)
        self.accept_button.setText(QCoreApplication.translate("ReceiptDialog", u"Write down", None))
        self.cancel_button.setText(QCoreApplication.translate("ReceiptDialog", u"Cancel", None))
    # retranslateUi

