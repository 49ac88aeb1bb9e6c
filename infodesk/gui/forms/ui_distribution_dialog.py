# Generated from forms/distribution_dialog.ui by forms/compile.py: edit that form, not this file.
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

from infodesk.gui.widgets.distribution_edit import DistributionEdit

class Ui_DistributionDialog(object):
    def setupUi(self, DistributionDialog):
        if not DistributionDialog.objectName():
            DistributionDialog.setObjectName(u"DistributionDialog")
        DistributionDialog.resize(560, 380)
        self.layout_1 = QVBoxLayout(DistributionDialog)
        self.layout_1.setSpacing(12)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(20, 18, 20, 16)
        self.hint_label = QLabel(DistributionDialog)
        self.hint_label.setObjectName(u"hint_label")
        self.hint_label.setWordWrap(True)
        self.hint_label.setProperty(u"role", u"muted")

        self.layout_1.addWidget(self.hint_label)

        self.distribution_edit = DistributionEdit(DistributionDialog)
        self.distribution_edit.setObjectName(u"distribution_edit")

        self.layout_1.addWidget(self.distribution_edit)

        self.series_check = QCheckBox(DistributionDialog)
        self.series_check.setObjectName(u"series_check")

        self.layout_1.addWidget(self.series_check)

        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(8)
        self.layout_2.setObjectName(u"layout_2")
        self.spacer_3 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_2.addItem(self.spacer_3)

        self.save_button = QPushButton(DistributionDialog)
        self.save_button.setObjectName(u"save_button")

        self.layout_2.addWidget(self.save_button)

        self.cancel_button = QPushButton(DistributionDialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.layout_2.addWidget(self.cancel_button)


        self.layout_1.addLayout(self.layout_2)


        self.retranslateUi(DistributionDialog)

        self.save_button.setDefault(True)

    # setupUi

    def retranslateUi(self, DistributionDialog):
        DistributionDialog.setWindowTitle(QCoreApplication.translate("DistributionDialog", u"Distribution list", None))
        self.hint_label.setText(QCoreApplication.translate("DistributionDialog", u"Printed at the foot of the last page. The copies printed are the sum of this list.", None))
        self.series_check.setText(QCoreApplication.translate("DistributionDialog", u"Use this list for the next issues of the series too", None))
        self.save_button.setText(QCoreApplication.translate("DistributionDialog", u"Save", None))
        self.cancel_button.setText(QCoreApplication.translate("DistributionDialog", u"Cancel", None))
    # retranslateUi

