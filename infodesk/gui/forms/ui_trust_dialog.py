# Generated from forms/trust_dialog.ui by forms/compile.py: edit that form, not this file.
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
class Ui_TrustDialog(object):
    def setupUi(self, trust_dialog):
        if not trust_dialog.objectName():
            trust_dialog.setObjectName(u"trust_dialog")
        trust_dialog.resize(560, 330)
        self.rows = QVBoxLayout(trust_dialog)
        self.rows.setSpacing(12)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(24, 20, 24, 16)
        self.name_label = QLabel(trust_dialog)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setWordWrap(True)
        self.name_label.setProperty(u"role", u"strong")

        self.rows.addWidget(self.name_label)

        self.note_label = QLabel(trust_dialog)
        self.note_label.setObjectName(u"note_label")
        self.note_label.setWordWrap(True)
        self.note_label.setProperty(u"role", u"muted")

        self.rows.addWidget(self.note_label)

        self.fingerprint_label = QLabel(trust_dialog)
        self.fingerprint_label.setObjectName(u"fingerprint_label")
        self.fingerprint_label.setAlignment(Qt.AlignCenter)
        self.fingerprint_label.setTextInteractionFlags(Qt.TextSelectableByMouse)
        self.fingerprint_label.setProperty(u"role", u"fingerprint")

        self.rows.addWidget(self.fingerprint_label)

        self.compared_check = QCheckBox(trust_dialog)
        self.compared_check.setObjectName(u"compared_check")

        self.rows.addWidget(self.compared_check)

        self.superior_check = QCheckBox(trust_dialog)
        self.superior_check.setObjectName(u"superior_check")

        self.rows.addWidget(self.superior_check)

        self.problem_label = QLabel(trust_dialog)
        self.problem_label.setObjectName(u"problem_label")
        self.problem_label.setWordWrap(True)
        self.problem_label.setProperty(u"role", u"must")

        self.rows.addWidget(self.problem_label)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rows.addItem(self.gap)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttons_gap)

        self.accept_button = QPushButton(trust_dialog)
        self.accept_button.setObjectName(u"accept_button")

        self.buttons.addWidget(self.accept_button)

        self.cancel_button = QPushButton(trust_dialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.buttons.addWidget(self.cancel_button)


        self.rows.addLayout(self.buttons)


        self.retranslateUi(trust_dialog)

        self.accept_button.setDefault(True)

    # setupUi

    def retranslateUi(self, trust_dialog):
        trust_dialog.setWindowTitle(QCoreApplication.translate("TrustDialog", u"Make a station known", None))
        self.note_label.setText(QCoreApplication.translate("TrustDialog", u"Compare the fingerprint with the stamped paper card, or by a telephone number you know: all eight groups.", None))
        self.compared_check.setText(QCoreApplication.translate("TrustDialog", u"Compared: all eight groups are the same", None))
        self.superior_check.setText(QCoreApplication.translate("TrustDialog", u"This is the office above us: its roster of stations is believed", None))
        self.accept_button.setText(QCoreApplication.translate("TrustDialog", u"Confirm", None))
        self.cancel_button.setText(QCoreApplication.translate("TrustDialog", u"Cancel", None))
    # retranslateUi

