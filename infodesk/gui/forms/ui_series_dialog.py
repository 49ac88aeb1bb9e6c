# Generated from forms/series_dialog.ui by forms/compile.py: edit that form, not this file.
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QGridLayout,
    QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QSpinBox, QVBoxLayout,
    QWidget)

from infodesk.gui.widgets.distribution_edit import DistributionEdit

class Ui_SeriesDialog(object):
    def setupUi(self, SeriesDialog):
        if not SeriesDialog.objectName():
            SeriesDialog.setObjectName(u"SeriesDialog")
        SeriesDialog.resize(680, 520)
        self.layout_1 = QVBoxLayout(SeriesDialog)
        self.layout_1.setSpacing(12)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(20, 18, 20, 16)
        self.layout_2 = QGridLayout()
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setHorizontalSpacing(12)
        self.layout_2.setVerticalSpacing(8)
        self.name_label = QLabel(SeriesDialog)
        self.name_label.setObjectName(u"name_label")

        self.layout_2.addWidget(self.name_label, 0, 0, 1, 1)

        self.name_edit = QLineEdit(SeriesDialog)
        self.name_edit.setObjectName(u"name_edit")

        self.layout_2.addWidget(self.name_edit, 0, 1, 1, 1)

        self.issuer_label = QLabel(SeriesDialog)
        self.issuer_label.setObjectName(u"issuer_label")

        self.layout_2.addWidget(self.issuer_label, 0, 2, 1, 1)

        self.issuer_edit = QLineEdit(SeriesDialog)
        self.issuer_edit.setObjectName(u"issuer_edit")

        self.layout_2.addWidget(self.issuer_edit, 0, 3, 1, 1)

        self.masthead_label = QLabel(SeriesDialog)
        self.masthead_label.setObjectName(u"masthead_label")

        self.layout_2.addWidget(self.masthead_label, 1, 0, 1, 1)

        self.layout_5 = QHBoxLayout()
        self.layout_5.setSpacing(6)
        self.layout_5.setObjectName(u"layout_5")
        self.masthead_combo = QComboBox(SeriesDialog)
        self.masthead_combo.setObjectName(u"masthead_combo")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.masthead_combo.sizePolicy().hasHeightForWidth())
        self.masthead_combo.setSizePolicy(sizePolicy)
        self.masthead_combo.setMinimumContentsLength(9)
        self.masthead_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

        self.layout_5.addWidget(self.masthead_combo)

        self.head_button = QPushButton(SeriesDialog)
        self.head_button.setObjectName(u"head_button")
        self.head_button.setAutoDefault(False)

        self.layout_5.addWidget(self.head_button)


        self.layout_2.addLayout(self.layout_5, 1, 1, 1, 1)

        self.marking_label = QLabel(SeriesDialog)
        self.marking_label.setObjectName(u"marking_label")

        self.layout_2.addWidget(self.marking_label, 1, 2, 1, 1)

        self.marking_combo = QComboBox(SeriesDialog)
        self.marking_combo.setObjectName(u"marking_combo")
        self.marking_combo.setEditable(True)

        self.layout_2.addWidget(self.marking_combo, 1, 3, 1, 1)

        self.number_label = QLabel(SeriesDialog)
        self.number_label.setObjectName(u"number_label")

        self.layout_2.addWidget(self.number_label, 2, 0, 1, 1)

        self.number_spin = QSpinBox(SeriesDialog)
        self.number_spin.setObjectName(u"number_spin")
        self.number_spin.setMinimum(1)
        self.number_spin.setMaximum(9999)

        self.layout_2.addWidget(self.number_spin, 2, 1, 1, 1)

        self.total_label = QLabel(SeriesDialog)
        self.total_label.setObjectName(u"total_label")

        self.layout_2.addWidget(self.total_label, 2, 2, 1, 1)

        self.total_spin = QSpinBox(SeriesDialog)
        self.total_spin.setObjectName(u"total_spin")
        self.total_spin.setMaximum(999999)

        self.layout_2.addWidget(self.total_spin, 2, 3, 1, 1)

        self.key_label = QLabel(SeriesDialog)
        self.key_label.setObjectName(u"key_label")

        self.layout_2.addWidget(self.key_label, 3, 0, 1, 1)

        self.key_edit = QLineEdit(SeriesDialog)
        self.key_edit.setObjectName(u"key_edit")

        self.layout_2.addWidget(self.key_edit, 3, 1, 1, 1)


        self.layout_1.addLayout(self.layout_2)

        self.distribution_label = QLabel(SeriesDialog)
        self.distribution_label.setObjectName(u"distribution_label")

        self.layout_1.addWidget(self.distribution_label)

        self.distribution_edit = DistributionEdit(SeriesDialog)
        self.distribution_edit.setObjectName(u"distribution_edit")

        self.layout_1.addWidget(self.distribution_edit)

        self.problem_label = QLabel(SeriesDialog)
        self.problem_label.setObjectName(u"problem_label")
        self.problem_label.setWordWrap(True)
        self.problem_label.setProperty(u"role", u"must")

        self.layout_1.addWidget(self.problem_label)

        self.layout_3 = QHBoxLayout()
        self.layout_3.setSpacing(8)
        self.layout_3.setObjectName(u"layout_3")
        self.spacer_4 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_3.addItem(self.spacer_4)

        self.save_button = QPushButton(SeriesDialog)
        self.save_button.setObjectName(u"save_button")

        self.layout_3.addWidget(self.save_button)

        self.cancel_button = QPushButton(SeriesDialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.layout_3.addWidget(self.cancel_button)


        self.layout_1.addLayout(self.layout_3)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name_edit)
        self.issuer_label.setBuddy(self.issuer_edit)
        self.masthead_label.setBuddy(self.masthead_combo)
        self.marking_label.setBuddy(self.marking_combo)
        self.number_label.setBuddy(self.number_spin)
        self.total_label.setBuddy(self.total_spin)
        self.key_label.setBuddy(self.key_edit)
        self.distribution_label.setBuddy(self.distribution_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SeriesDialog)

        self.save_button.setDefault(True)

    # setupUi

    def retranslateUi(self, SeriesDialog):
        SeriesDialog.setWindowTitle(QCoreApplication.translate("SeriesDialog", u"Series", None))
        self.name_label.setText(QCoreApplication.translate("SeriesDialog", u"Title", None))
#if QT_CONFIG(accessibility)
        self.name_edit.setAccessibleName(QCoreApplication.translate("SeriesDialog", u"Title", None))
#endif // QT_CONFIG(accessibility)
        self.issuer_label.setText(QCoreApplication.translate("SeriesDialog", u"Issued by", None))
#if QT_CONFIG(accessibility)
        self.issuer_edit.setAccessibleName(QCoreApplication.translate("SeriesDialog", u"Issued by", None))
#endif // QT_CONFIG(accessibility)
        self.masthead_label.setText(QCoreApplication.translate("SeriesDialog", u"Head", None))
#if QT_CONFIG(accessibility)
        self.masthead_combo.setAccessibleName(QCoreApplication.translate("SeriesDialog", u"Head", None))
#endif // QT_CONFIG(accessibility)
        self.head_button.setText(QCoreApplication.translate("SeriesDialog", u"Edit\u2026", None))
#if QT_CONFIG(accessibility)
        self.head_button.setAccessibleName(QCoreApplication.translate("SeriesDialog", u"Edit the head", None))
#endif // QT_CONFIG(accessibility)
        self.marking_label.setText(QCoreApplication.translate("SeriesDialog", u"Marking", None))
#if QT_CONFIG(accessibility)
        self.marking_combo.setAccessibleName(QCoreApplication.translate("SeriesDialog", u"Marking", None))
#endif // QT_CONFIG(accessibility)
        self.number_label.setText(QCoreApplication.translate("SeriesDialog", u"Next number", None))
#if QT_CONFIG(accessibility)
        self.number_spin.setAccessibleName(QCoreApplication.translate("SeriesDialog", u"Next number", None))
#endif // QT_CONFIG(accessibility)
        self.total_label.setText(QCoreApplication.translate("SeriesDialog", u"Next total number", None))
#if QT_CONFIG(accessibility)
        self.total_spin.setAccessibleName(QCoreApplication.translate("SeriesDialog", u"Next total number", None))
#endif // QT_CONFIG(accessibility)
        self.total_spin.setSpecialValueText(QCoreApplication.translate("SeriesDialog", u"not kept", None))
        self.key_label.setText(QCoreApplication.translate("SeriesDialog", u"Short name", None))
#if QT_CONFIG(accessibility)
        self.key_edit.setAccessibleName(QCoreApplication.translate("SeriesDialog", u"Short name", None))
#endif // QT_CONFIG(accessibility)
        self.key_edit.setPlaceholderText(QCoreApplication.translate("SeriesDialog", u"letters and digits, for the command line", None))
        self.distribution_label.setText(QCoreApplication.translate("SeriesDialog", u"Distribution list", None))
        self.save_button.setText(QCoreApplication.translate("SeriesDialog", u"Save", None))
        self.cancel_button.setText(QCoreApplication.translate("SeriesDialog", u"Cancel", None))
    # retranslateUi

