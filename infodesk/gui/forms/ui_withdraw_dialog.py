# Generated from forms/withdraw_dialog.ui by forms/compile.py: edit that form, not this file.
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

class Ui_WithdrawDialog(object):
    def setupUi(self, WithdrawDialog):
        if not WithdrawDialog.objectName():
            WithdrawDialog.setObjectName(u"WithdrawDialog")
        WithdrawDialog.resize(460, 320)
        self.layout_1 = QVBoxLayout(WithdrawDialog)
        self.layout_1.setSpacing(12)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(20, 18, 20, 16)
        self.heading_label = QLabel(WithdrawDialog)
        self.heading_label.setObjectName(u"heading_label")
        self.heading_label.setText(u"")
        self.heading_label.setWordWrap(True)
        self.heading_label.setProperty(u"role", u"brand")

        self.layout_1.addWidget(self.heading_label)

        self.hint_label = QLabel(WithdrawDialog)
        self.hint_label.setObjectName(u"hint_label")
        self.hint_label.setWordWrap(True)
        self.hint_label.setProperty(u"role", u"muted")

        self.layout_1.addWidget(self.hint_label)

        self.layout_2 = QFormLayout()
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setHorizontalSpacing(12)
        self.layout_2.setVerticalSpacing(8)
        self.by_label = QLabel(WithdrawDialog)
        self.by_label.setObjectName(u"by_label")

        self.layout_2.setWidget(0, QFormLayout.ItemRole.LabelRole, self.by_label)

        self.by_edit = QLineEdit(WithdrawDialog)
        self.by_edit.setObjectName(u"by_edit")

        self.layout_2.setWidget(0, QFormLayout.ItemRole.FieldRole, self.by_edit)

        self.reason_label = QLabel(WithdrawDialog)
        self.reason_label.setObjectName(u"reason_label")

        self.layout_2.setWidget(1, QFormLayout.ItemRole.LabelRole, self.reason_label)

        self.reason_edit = QPlainTextEdit(WithdrawDialog)
        self.reason_edit.setObjectName(u"reason_edit")
        self.reason_edit.setTabChangesFocus(True)
        self.reason_edit.setMaximumSize(QSize(16777215, 90))

        self.layout_2.setWidget(1, QFormLayout.ItemRole.FieldRole, self.reason_edit)


        self.layout_1.addLayout(self.layout_2)

        self.problem_label = QLabel(WithdrawDialog)
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

        self.withdraw_button = QPushButton(WithdrawDialog)
        self.withdraw_button.setObjectName(u"withdraw_button")
        self.withdraw_button.setProperty(u"role", u"danger")

        self.layout_4.addWidget(self.withdraw_button)

        self.cancel_button = QPushButton(WithdrawDialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.layout_4.addWidget(self.cancel_button)


        self.layout_1.addLayout(self.layout_4)

#if QT_CONFIG(shortcut)
        self.by_label.setBuddy(self.by_edit)
        self.reason_label.setBuddy(self.reason_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(WithdrawDialog)

        self.withdraw_button.setDefault(True)

    # setupUi

    def retranslateUi(self, WithdrawDialog):
        WithdrawDialog.setWindowTitle(QCoreApplication.translate("WithdrawDialog", u"Withdraw the issue", None))
        self.hint_label.setText(QCoreApplication.translate("WithdrawDialog", u"The number stays taken, and the reason is kept with it. The items can be put into another issue.", None))
        self.by_label.setText(QCoreApplication.translate("WithdrawDialog", u"Withdrawn by", None))
#if QT_CONFIG(accessibility)
        self.by_edit.setAccessibleName(QCoreApplication.translate("WithdrawDialog", u"Withdrawn by", None))
#endif // QT_CONFIG(accessibility)
        self.reason_label.setText(QCoreApplication.translate("WithdrawDialog", u"Reason", None))
#if QT_CONFIG(accessibility)
        self.reason_edit.setAccessibleName(QCoreApplication.translate("WithdrawDialog", u"Reason", None))
#endif // QT_CONFIG(accessibility)
        self.withdraw_button.setText(QCoreApplication.translate("WithdrawDialog", u"Withdraw", None))
        self.cancel_button.setText(QCoreApplication.translate("WithdrawDialog", u"Cancel", None))
    # retranslateUi

