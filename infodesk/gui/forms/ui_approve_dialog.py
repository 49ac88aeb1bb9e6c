# Generated from forms/approve_dialog.ui by forms/compile.py: edit that form, not this file.
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QFormLayout, QFrame,
    QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)
class Ui_ApproveDialog(object):
    def setupUi(self, approve_dialog):
        if not approve_dialog.objectName():
            approve_dialog.setObjectName(u"approve_dialog")
        approve_dialog.resize(520, 220)
        self.rows = QVBoxLayout(approve_dialog)
        self.rows.setSpacing(12)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(24, 20, 24, 16)
        self.title_label = QLabel(approve_dialog)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setWordWrap(True)

        self.rows.addWidget(self.title_label)

        self.consequence_label = QLabel(approve_dialog)
        self.consequence_label.setObjectName(u"consequence_label")
        self.consequence_label.setWordWrap(True)

        self.rows.addWidget(self.consequence_label)

        self.musts_frame = QFrame(approve_dialog)
        self.musts_frame.setObjectName(u"musts_frame")
        self.musts_rows = QVBoxLayout(self.musts_frame)
        self.musts_rows.setSpacing(6)
        self.musts_rows.setObjectName(u"musts_rows")
        self.musts_rows.setContentsMargins(12, 10, 12, 10)
        self.musts_label = QLabel(self.musts_frame)
        self.musts_label.setObjectName(u"musts_label")
        self.musts_label.setWordWrap(True)

        self.musts_rows.addWidget(self.musts_label)


        self.rows.addWidget(self.musts_frame)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(10)
        self.name_label = QLabel(approve_dialog)
        self.name_label.setObjectName(u"name_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.name_label)

        self.name_edit = QLineEdit(approve_dialog)
        self.name_edit.setObjectName(u"name_edit")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.name_edit)

        self.despite_label = QLabel(approve_dialog)
        self.despite_label.setObjectName(u"despite_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.despite_label)

        self.despite_edit = QLineEdit(approve_dialog)
        self.despite_edit.setObjectName(u"despite_edit")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.despite_edit)


        self.rows.addLayout(self.form)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rows.addItem(self.gap)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttons_gap)

        self.approve_button = QPushButton(approve_dialog)
        self.approve_button.setObjectName(u"approve_button")

        self.buttons.addWidget(self.approve_button)

        self.cancel_button = QPushButton(approve_dialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.buttons.addWidget(self.cancel_button)


        self.rows.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name_edit)
        self.despite_label.setBuddy(self.despite_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(approve_dialog)

        self.approve_button.setDefault(True)

    # setupUi

    def retranslateUi(self, approve_dialog):
        approve_dialog.setWindowTitle(QCoreApplication.translate("ApproveDialog", u"Approve", None))
        self.consequence_label.setText(QCoreApplication.translate("ApproveDialog", u"The text is kept as a version and can no longer be changed.", None))
        self.name_label.setText(QCoreApplication.translate("ApproveDialog", u"Approved by", None))
#if QT_CONFIG(accessibility)
        self.name_edit.setAccessibleName(QCoreApplication.translate("ApproveDialog", u"Approved by", None))
#endif // QT_CONFIG(accessibility)
        self.despite_label.setText(QCoreApplication.translate("ApproveDialog", u"Despite this, because", None))
#if QT_CONFIG(accessibility)
        self.despite_edit.setAccessibleName(QCoreApplication.translate("ApproveDialog", u"Reason to approve despite this", None))
#endif // QT_CONFIG(accessibility)
        self.despite_edit.setPlaceholderText(QCoreApplication.translate("ApproveDialog", u"kept with the name and the time", None))
        self.approve_button.setText(QCoreApplication.translate("ApproveDialog", u"Approve", None))
        self.cancel_button.setText(QCoreApplication.translate("ApproveDialog", u"Cancel", None))
    # retranslateUi

