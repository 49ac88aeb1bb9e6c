# Generated from forms/masthead_dialog.ui by forms/compile.py: edit that form, not this file.
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QCheckBox, QDialog, QFrame,
    QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from infodesk.gui.widgets.masthead_edit import MastheadEdit
from infodesk.gui.widgets.page_preview import PagePreview

class Ui_MastheadDialog(object):
    def setupUi(self, MastheadDialog):
        if not MastheadDialog.objectName():
            MastheadDialog.setObjectName(u"MastheadDialog")
        MastheadDialog.resize(1080, 660)
        self.layout_1 = QHBoxLayout(MastheadDialog)
        self.layout_1.setSpacing(0)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.layout_2 = QVBoxLayout()
        self.layout_2.setSpacing(10)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(20, 16, 20, 14)
        self.layout_3 = QHBoxLayout()
        self.layout_3.setSpacing(8)
        self.layout_3.setObjectName(u"layout_3")
        self.take_over_button = QPushButton(MastheadDialog)
        self.take_over_button.setObjectName(u"take_over_button")
        self.take_over_button.setAutoDefault(False)

        self.layout_3.addWidget(self.take_over_button)

        self.restore_button = QPushButton(MastheadDialog)
        self.restore_button.setObjectName(u"restore_button")
        self.restore_button.setAutoDefault(False)

        self.layout_3.addWidget(self.restore_button)

        self.spacer_4 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_3.addItem(self.spacer_4)


        self.layout_2.addLayout(self.layout_3)

        self.seen_frame = QFrame(MastheadDialog)
        self.seen_frame.setObjectName(u"seen_frame")
        self.seen_frame.setProperty(u"role", u"notice")
        self.layout_5 = QVBoxLayout(self.seen_frame)
        self.layout_5.setSpacing(4)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(10, 8, 10, 8)
        self.seen_label = QLabel(self.seen_frame)
        self.seen_label.setObjectName(u"seen_label")
        self.seen_label.setWordWrap(True)
        self.seen_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_5.addWidget(self.seen_label)

        self.texts_check = QCheckBox(self.seen_frame)
        self.texts_check.setObjectName(u"texts_check")

        self.layout_5.addWidget(self.texts_check)


        self.layout_2.addWidget(self.seen_frame)

        self.masthead_edit = MastheadEdit(MastheadDialog)
        self.masthead_edit.setObjectName(u"masthead_edit")

        self.layout_2.addWidget(self.masthead_edit)

        self.hint_label = QLabel(MastheadDialog)
        self.hint_label.setObjectName(u"hint_label")
        self.hint_label.setWordWrap(True)
        self.hint_label.setProperty(u"role", u"small")

        self.layout_2.addWidget(self.hint_label)

        self.spacer_6 = QSpacerItem(10, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_2.addItem(self.spacer_6)

        self.problem_label = QLabel(MastheadDialog)
        self.problem_label.setObjectName(u"problem_label")
        self.problem_label.setWordWrap(True)
        self.problem_label.setProperty(u"role", u"must")

        self.layout_2.addWidget(self.problem_label)

        self.layout_7 = QHBoxLayout()
        self.layout_7.setSpacing(8)
        self.layout_7.setObjectName(u"layout_7")
        self.name_label = QLabel(MastheadDialog)
        self.name_label.setObjectName(u"name_label")

        self.layout_7.addWidget(self.name_label)

        self.label_edit = QLineEdit(MastheadDialog)
        self.label_edit.setObjectName(u"label_edit")
        self.label_edit.setMaxLength(40)

        self.layout_7.addWidget(self.label_edit)

        self.save_button = QPushButton(MastheadDialog)
        self.save_button.setObjectName(u"save_button")

        self.layout_7.addWidget(self.save_button)

        self.cancel_button = QPushButton(MastheadDialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.layout_7.addWidget(self.cancel_button)


        self.layout_2.addLayout(self.layout_7)


        self.layout_1.addLayout(self.layout_2)

        self.preview = PagePreview(MastheadDialog)
        self.preview.setObjectName(u"preview")

        self.layout_1.addWidget(self.preview)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.label_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(MastheadDialog)

        self.save_button.setDefault(True)

    # setupUi

    def retranslateUi(self, MastheadDialog):
        MastheadDialog.setWindowTitle(QCoreApplication.translate("MastheadDialog", u"Head", None))
        self.take_over_button.setText(QCoreApplication.translate("MastheadDialog", u"Take over from a Word issue\u2026", None))
        self.restore_button.setText(QCoreApplication.translate("MastheadDialog", u"Restore the shipped one", None))
        self.texts_check.setText(QCoreApplication.translate("MastheadDialog", u"Take these texts and numbers into the series too", None))
        self.hint_label.setText(QCoreApplication.translate("MastheadDialog", u"Sizes in points. Name, issuer and marking are those of the series.", None))
        self.name_label.setText(QCoreApplication.translate("MastheadDialog", u"Save as", None))
#if QT_CONFIG(accessibility)
        self.label_edit.setAccessibleName(QCoreApplication.translate("MastheadDialog", u"Save as", None))
#endif // QT_CONFIG(accessibility)
        self.save_button.setText(QCoreApplication.translate("MastheadDialog", u"Save", None))
        self.cancel_button.setText(QCoreApplication.translate("MastheadDialog", u"Cancel", None))
    # retranslateUi

