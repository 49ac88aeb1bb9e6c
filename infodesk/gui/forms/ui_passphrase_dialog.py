# Generated from forms/passphrase_dialog.ui by forms/compile.py: edit that form, not this file.
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QCheckBox, QDialog, QFormLayout,
    QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)
class Ui_PassphraseDialog(object):
    def setupUi(self, passphrase_dialog):
        if not passphrase_dialog.objectName():
            passphrase_dialog.setObjectName(u"passphrase_dialog")
        passphrase_dialog.resize(500, 270)
        self.rows = QVBoxLayout(passphrase_dialog)
        self.rows.setSpacing(12)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(24, 20, 24, 16)
        self.text_label = QLabel(passphrase_dialog)
        self.text_label.setObjectName(u"text_label")
        self.text_label.setWordWrap(True)

        self.rows.addWidget(self.text_label)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(10)
        self.current_label = QLabel(passphrase_dialog)
        self.current_label.setObjectName(u"current_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.current_label)

        self.current_edit = QLineEdit(passphrase_dialog)
        self.current_edit.setObjectName(u"current_edit")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.current_edit)

        self.new_label = QLabel(passphrase_dialog)
        self.new_label.setObjectName(u"new_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.new_label)

        self.new_edit = QLineEdit(passphrase_dialog)
        self.new_edit.setObjectName(u"new_edit")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.new_edit)

        self.again_label = QLabel(passphrase_dialog)
        self.again_label.setObjectName(u"again_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.again_label)

        self.again_edit = QLineEdit(passphrase_dialog)
        self.again_edit.setObjectName(u"again_edit")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.again_edit)

        self.show_box = QCheckBox(passphrase_dialog)
        self.show_box.setObjectName(u"show_box")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.show_box)


        self.rows.addLayout(self.form)

        self.problem_label = QLabel(passphrase_dialog)
        self.problem_label.setObjectName(u"problem_label")
        self.problem_label.setWordWrap(True)

        self.rows.addWidget(self.problem_label)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rows.addItem(self.gap)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttons_gap)

        self.accept_button = QPushButton(passphrase_dialog)
        self.accept_button.setObjectName(u"accept_button")

        self.buttons.addWidget(self.accept_button)

        self.cancel_button = QPushButton(passphrase_dialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.buttons.addWidget(self.cancel_button)


        self.rows.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.current_label.setBuddy(self.current_edit)
        self.new_label.setBuddy(self.new_edit)
        self.again_label.setBuddy(self.again_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(passphrase_dialog)

        self.accept_button.setDefault(True)

    # setupUi

    def retranslateUi(self, passphrase_dialog):
        self.current_label.setText(QCoreApplication.translate("PassphraseDialog", u"Present passphrase", None))
#if QT_CONFIG(accessibility)
        self.current_edit.setAccessibleName(QCoreApplication.translate("PassphraseDialog", u"Present passphrase", None))
#endif // QT_CONFIG(accessibility)
        self.current_edit.setPlaceholderText(QCoreApplication.translate("PassphraseDialog", u"or the recovery code", None))
        self.new_label.setText(QCoreApplication.translate("PassphraseDialog", u"New passphrase", None))
#if QT_CONFIG(accessibility)
        self.new_edit.setAccessibleName(QCoreApplication.translate("PassphraseDialog", u"New passphrase", None))
#endif // QT_CONFIG(accessibility)
        self.again_label.setText(QCoreApplication.translate("PassphraseDialog", u"Once more", None))
#if QT_CONFIG(accessibility)
        self.again_edit.setAccessibleName(QCoreApplication.translate("PassphraseDialog", u"New passphrase once more", None))
#endif // QT_CONFIG(accessibility)
        self.show_box.setText(QCoreApplication.translate("PassphraseDialog", u"Show what is typed (Chinese can be typed then)", None))
        self.cancel_button.setText(QCoreApplication.translate("PassphraseDialog", u"Cancel", None))
        pass
    # retranslateUi

