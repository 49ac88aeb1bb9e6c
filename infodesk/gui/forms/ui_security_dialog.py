# Generated from forms/security_dialog.ui by forms/compile.py: edit that form, not this file.
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QCheckBox, QDialog, QFrame,
    QHBoxLayout, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QSpinBox, QVBoxLayout, QWidget)
class Ui_SecurityDialog(object):
    def setupUi(self, security_dialog):
        if not security_dialog.objectName():
            security_dialog.setObjectName(u"security_dialog")
        security_dialog.resize(540, 400)
        self.rows = QVBoxLayout(security_dialog)
        self.rows.setSpacing(12)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(24, 20, 24, 16)
        self.state_label = QLabel(security_dialog)
        self.state_label.setObjectName(u"state_label")
        self.state_label.setProperty(u"role", u"brand")

        self.rows.addWidget(self.state_label)

        self.text_label = QLabel(security_dialog)
        self.text_label.setObjectName(u"text_label")
        self.text_label.setWordWrap(True)

        self.rows.addWidget(self.text_label)

        self.acts = QHBoxLayout()
        self.acts.setSpacing(8)
        self.acts.setObjectName(u"acts")
        self.encrypt_button = QPushButton(security_dialog)
        self.encrypt_button.setObjectName(u"encrypt_button")

        self.acts.addWidget(self.encrypt_button)

        self.passphrase_button = QPushButton(security_dialog)
        self.passphrase_button.setObjectName(u"passphrase_button")
        self.passphrase_button.setAutoDefault(False)

        self.acts.addWidget(self.passphrase_button)

        self.code_button = QPushButton(security_dialog)
        self.code_button.setObjectName(u"code_button")
        self.code_button.setAutoDefault(False)

        self.acts.addWidget(self.code_button)

        self.decrypt_button = QPushButton(security_dialog)
        self.decrypt_button.setObjectName(u"decrypt_button")
        self.decrypt_button.setAutoDefault(False)

        self.acts.addWidget(self.decrypt_button)

        self.acts_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.acts.addItem(self.acts_gap)


        self.rows.addLayout(self.acts)

        self.idle_row = QWidget(security_dialog)
        self.idle_row.setObjectName(u"idle_row")
        self.idle = QHBoxLayout(self.idle_row)
        self.idle.setSpacing(8)
        self.idle.setObjectName(u"idle")
        self.idle.setContentsMargins(0, 0, 0, 0)
        self.idle_label = QLabel(self.idle_row)
        self.idle_label.setObjectName(u"idle_label")

        self.idle.addWidget(self.idle_label)

        self.idle_spin = QSpinBox(self.idle_row)
        self.idle_spin.setObjectName(u"idle_spin")
        self.idle_spin.setMaximum(240)

        self.idle.addWidget(self.idle_spin)

        self.idle_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.idle.addItem(self.idle_gap)


        self.rows.addWidget(self.idle_row)

        self.remember_box = QCheckBox(security_dialog)
        self.remember_box.setObjectName(u"remember_box")

        self.rows.addWidget(self.remember_box)

        self.problem_label = QLabel(security_dialog)
        self.problem_label.setObjectName(u"problem_label")
        self.problem_label.setWordWrap(True)
        self.problem_label.setProperty(u"role", u"must")

        self.rows.addWidget(self.problem_label)

        self.backups_frame = QFrame(security_dialog)
        self.backups_frame.setObjectName(u"backups_frame")
        self.backups_frame.setProperty(u"role", u"warning")
        self.backups_row = QHBoxLayout(self.backups_frame)
        self.backups_row.setObjectName(u"backups_row")
        self.backups_label = QLabel(self.backups_frame)
        self.backups_label.setObjectName(u"backups_label")
        self.backups_label.setWordWrap(True)

        self.backups_row.addWidget(self.backups_label)

        self.backups_button = QPushButton(self.backups_frame)
        self.backups_button.setObjectName(u"backups_button")
        self.backups_button.setAutoDefault(False)

        self.backups_row.addWidget(self.backups_button)

        self.backups_row.setStretch(0, 1)

        self.rows.addWidget(self.backups_frame)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rows.addItem(self.gap)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttons_gap)

        self.close_button = QPushButton(security_dialog)
        self.close_button.setObjectName(u"close_button")

        self.buttons.addWidget(self.close_button)


        self.rows.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.idle_label.setBuddy(self.idle_spin)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(security_dialog)

        self.close_button.setDefault(True)

    # setupUi

    def retranslateUi(self, security_dialog):
        security_dialog.setWindowTitle(QCoreApplication.translate("SecurityDialog", u"Encryption and locking", None))
        self.encrypt_button.setText(QCoreApplication.translate("SecurityDialog", u"Encrypt the journal\u2026", None))
        self.passphrase_button.setText(QCoreApplication.translate("SecurityDialog", u"Change the passphrase\u2026", None))
        self.code_button.setText(QCoreApplication.translate("SecurityDialog", u"New recovery code\u2026", None))
        self.decrypt_button.setText(QCoreApplication.translate("SecurityDialog", u"Decrypt\u2026", None))
        self.idle_label.setText(QCoreApplication.translate("SecurityDialog", u"Lock the window when nobody has touched it for", None))
#if QT_CONFIG(accessibility)
        self.idle_spin.setAccessibleName(QCoreApplication.translate("SecurityDialog", u"Minutes until the window locks", None))
#endif // QT_CONFIG(accessibility)
        self.idle_spin.setSpecialValueText(QCoreApplication.translate("SecurityDialog", u"never", None))
        self.remember_box.setText(QCoreApplication.translate("SecurityDialog", u"On this PC, open without asking (the system's keyring keeps the secret)", None))
        self.backups_button.setText(QCoreApplication.translate("SecurityDialog", u"Encrypt them", None))
        self.close_button.setText(QCoreApplication.translate("SecurityDialog", u"Close", None))
    # retranslateUi

