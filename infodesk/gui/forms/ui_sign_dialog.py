# Generated from forms/sign_dialog.ui by forms/compile.py: edit that form, not this file.
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDateEdit, QDialog, QFormLayout,
    QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_SignDialog(object):
    def setupUi(self, SignDialog):
        if not SignDialog.objectName():
            SignDialog.setObjectName(u"SignDialog")
        SignDialog.resize(440, 260)
        self.layout_1 = QVBoxLayout(SignDialog)
        self.layout_1.setSpacing(12)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(20, 18, 20, 16)
        self.heading_label = QLabel(SignDialog)
        self.heading_label.setObjectName(u"heading_label")
        self.heading_label.setText(u"")
        self.heading_label.setWordWrap(True)
        self.heading_label.setProperty(u"role", u"brand")

        self.layout_1.addWidget(self.heading_label)

        self.hint_label = QLabel(SignDialog)
        self.hint_label.setObjectName(u"hint_label")
        self.hint_label.setWordWrap(True)
        self.hint_label.setProperty(u"role", u"muted")

        self.layout_1.addWidget(self.hint_label)

        self.layout_2 = QFormLayout()
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setHorizontalSpacing(12)
        self.layout_2.setVerticalSpacing(8)
        self.signer_label = QLabel(SignDialog)
        self.signer_label.setObjectName(u"signer_label")

        self.layout_2.setWidget(0, QFormLayout.ItemRole.LabelRole, self.signer_label)

        self.signer_edit = QLineEdit(SignDialog)
        self.signer_edit.setObjectName(u"signer_edit")

        self.layout_2.setWidget(0, QFormLayout.ItemRole.FieldRole, self.signer_edit)

        self.date_label = QLabel(SignDialog)
        self.date_label.setObjectName(u"date_label")

        self.layout_2.setWidget(1, QFormLayout.ItemRole.LabelRole, self.date_label)

        self.date_edit = QDateEdit(SignDialog)
        self.date_edit.setObjectName(u"date_edit")
        self.date_edit.setCalendarPopup(True)

        self.layout_2.setWidget(1, QFormLayout.ItemRole.FieldRole, self.date_edit)


        self.layout_1.addLayout(self.layout_2)

        self.problem_label = QLabel(SignDialog)
        self.problem_label.setObjectName(u"problem_label")
        self.problem_label.setWordWrap(True)
        self.problem_label.setProperty(u"role", u"must")

        self.layout_1.addWidget(self.problem_label)

        self.spacer_3 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_1.addItem(self.spacer_3)

        self.layout_4 = QHBoxLayout()
        self.layout_4.setSpacing(8)
        self.layout_4.setObjectName(u"layout_4")
        self.spacer_5 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_4.addItem(self.spacer_5)

        self.sign_button = QPushButton(SignDialog)
        self.sign_button.setObjectName(u"sign_button")

        self.layout_4.addWidget(self.sign_button)

        self.cancel_button = QPushButton(SignDialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.layout_4.addWidget(self.cancel_button)


        self.layout_1.addLayout(self.layout_4)

#if QT_CONFIG(shortcut)
        self.signer_label.setBuddy(self.signer_edit)
        self.date_label.setBuddy(self.date_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SignDialog)

        self.sign_button.setDefault(True)

    # setupUi

    def retranslateUi(self, SignDialog):
        SignDialog.setWindowTitle(QCoreApplication.translate("SignDialog", u"Sign and number", None))
        self.hint_label.setText(QCoreApplication.translate("SignDialog", u"The issue gets this number and its items count as issued. Text and order stay as they are now; a number is never used twice.", None))
        self.signer_label.setText(QCoreApplication.translate("SignDialog", u"Signed by", None))
#if QT_CONFIG(accessibility)
        self.signer_edit.setAccessibleName(QCoreApplication.translate("SignDialog", u"Signed by", None))
#endif // QT_CONFIG(accessibility)
        self.date_label.setText(QCoreApplication.translate("SignDialog", u"Date of signing", None))
#if QT_CONFIG(accessibility)
        self.date_edit.setAccessibleName(QCoreApplication.translate("SignDialog", u"Date of signing", None))
#endif // QT_CONFIG(accessibility)
        self.sign_button.setText(QCoreApplication.translate("SignDialog", u"Sign and number", None))
        self.cancel_button.setText(QCoreApplication.translate("SignDialog", u"Cancel", None))
    # retranslateUi

