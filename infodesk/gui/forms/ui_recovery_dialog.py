# Generated from forms/recovery_dialog.ui by forms/compile.py: edit that form, not this file.
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QCheckBox, QDialog, QHBoxLayout,
    QLabel, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)
class Ui_RecoveryDialog(object):
    def setupUi(self, recovery_dialog):
        if not recovery_dialog.objectName():
            recovery_dialog.setObjectName(u"recovery_dialog")
        recovery_dialog.resize(520, 330)
        self.rows = QVBoxLayout(recovery_dialog)
        self.rows.setSpacing(12)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(24, 20, 24, 16)
        self.title_label = QLabel(recovery_dialog)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setProperty(u"role", u"brand")

        self.rows.addWidget(self.title_label)

        self.code_label = QLabel(recovery_dialog)
        self.code_label.setObjectName(u"code_label")
        self.code_label.setAlignment(Qt.AlignCenter)
        self.code_label.setTextInteractionFlags(Qt.TextSelectableByKeyboard|Qt.TextSelectableByMouse)
        self.code_label.setProperty(u"role", u"code")

        self.rows.addWidget(self.code_label)

        self.text_label = QLabel(recovery_dialog)
        self.text_label.setObjectName(u"text_label")
        self.text_label.setWordWrap(True)

        self.rows.addWidget(self.text_label)

        self.papers = QHBoxLayout()
        self.papers.setSpacing(8)
        self.papers.setObjectName(u"papers")
        self.print_button = QPushButton(recovery_dialog)
        self.print_button.setObjectName(u"print_button")
        self.print_button.setAutoDefault(False)

        self.papers.addWidget(self.print_button)

        self.save_button = QPushButton(recovery_dialog)
        self.save_button.setObjectName(u"save_button")
        self.save_button.setAutoDefault(False)

        self.papers.addWidget(self.save_button)

        self.told_label = QLabel(recovery_dialog)
        self.told_label.setObjectName(u"told_label")
        self.told_label.setWordWrap(True)
        self.told_label.setProperty(u"role", u"small")

        self.papers.addWidget(self.told_label)

        self.papers_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.papers.addItem(self.papers_gap)


        self.rows.addLayout(self.papers)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rows.addItem(self.gap)

        self.kept_box = QCheckBox(recovery_dialog)
        self.kept_box.setObjectName(u"kept_box")

        self.rows.addWidget(self.kept_box)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttons_gap)

        self.done_button = QPushButton(recovery_dialog)
        self.done_button.setObjectName(u"done_button")
        self.done_button.setEnabled(False)

        self.buttons.addWidget(self.done_button)


        self.rows.addLayout(self.buttons)


        self.retranslateUi(recovery_dialog)

        self.done_button.setDefault(True)

    # setupUi

    def retranslateUi(self, recovery_dialog):
        recovery_dialog.setWindowTitle(QCoreApplication.translate("RecoveryDialog", u"Recovery code", None))
        self.title_label.setText(QCoreApplication.translate("RecoveryDialog", u"Print this code, or write it down, for the office's safe", None))
        self.text_label.setText(QCoreApplication.translate("RecoveryDialog", u"It opens the journal when the passphrase is forgotten. It is shown this once and kept nowhere. Where both the passphrase and this code are lost, nobody can open the journal any more.", None))
        self.print_button.setText(QCoreApplication.translate("RecoveryDialog", u"Print\u2026", None))
        self.save_button.setText(QCoreApplication.translate("RecoveryDialog", u"Save as PDF\u2026", None))
        self.kept_box.setText(QCoreApplication.translate("RecoveryDialog", u"I have printed the code or written it down, and it goes into the safe", None))
        self.done_button.setText(QCoreApplication.translate("RecoveryDialog", u"Done", None))
    # retranslateUi

