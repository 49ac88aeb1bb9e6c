# Generated from forms/paper_dialog.ui by forms/compile.py: edit that form, not this file.
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from infodesk.gui.widgets.paper_edit import PaperEdit

class Ui_PaperDialog(object):
    def setupUi(self, PaperDialog):
        if not PaperDialog.objectName():
            PaperDialog.setObjectName(u"PaperDialog")
        PaperDialog.resize(480, 220)
        self.layout_1 = QVBoxLayout(PaperDialog)
        self.layout_1.setSpacing(12)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(20, 18, 20, 16)
        self.paper_edit = PaperEdit(PaperDialog)
        self.paper_edit.setObjectName(u"paper_edit")

        self.layout_1.addWidget(self.paper_edit)

        self.spacer_2 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_1.addItem(self.spacer_2)

        self.layout_3 = QHBoxLayout()
        self.layout_3.setSpacing(8)
        self.layout_3.setObjectName(u"layout_3")
        self.spacer_4 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_3.addItem(self.spacer_4)

        self.print_button = QPushButton(PaperDialog)
        self.print_button.setObjectName(u"print_button")

        self.layout_3.addWidget(self.print_button)

        self.cancel_button = QPushButton(PaperDialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.layout_3.addWidget(self.cancel_button)


        self.layout_1.addLayout(self.layout_3)


        self.retranslateUi(PaperDialog)

        self.print_button.setDefault(True)

    # setupUi

    def retranslateUi(self, PaperDialog):
        PaperDialog.setWindowTitle(QCoreApplication.translate("PaperDialog", u"Print on printed paper", None))
        self.print_button.setText(QCoreApplication.translate("PaperDialog", u"Choose a printer\u2026", None))
        self.cancel_button.setText(QCoreApplication.translate("PaperDialog", u"Cancel", None))
    # retranslateUi

