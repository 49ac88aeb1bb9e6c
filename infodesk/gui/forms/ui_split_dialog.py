# Generated from forms/split_dialog.ui by forms/compile.py: edit that form, not this file.
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QHeaderView,
    QLabel, QPushButton, QSizePolicy, QSpacerItem,
    QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget)
class Ui_SplitDialog(object):
    def setupUi(self, split_dialog):
        if not split_dialog.objectName():
            split_dialog.setObjectName(u"split_dialog")
        split_dialog.resize(720, 460)
        self.rows = QVBoxLayout(split_dialog)
        self.rows.setSpacing(12)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(20, 16, 20, 16)
        self.intro_label = QLabel(split_dialog)
        self.intro_label.setObjectName(u"intro_label")
        self.intro_label.setWordWrap(True)

        self.rows.addWidget(self.intro_label)

        self.sentences_table = QTableWidget(split_dialog)
        self.sentences_table.setObjectName(u"sentences_table")

        self.rows.addWidget(self.sentences_table)

        self.parts_row = QHBoxLayout()
        self.parts_row.setSpacing(8)
        self.parts_row.setObjectName(u"parts_row")

        self.rows.addLayout(self.parts_row)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.missing_label = QLabel(split_dialog)
        self.missing_label.setObjectName(u"missing_label")
        self.missing_label.setWordWrap(True)

        self.buttons.addWidget(self.missing_label)

        self.buttons_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttons_gap)

        self.split_button = QPushButton(split_dialog)
        self.split_button.setObjectName(u"split_button")

        self.buttons.addWidget(self.split_button)

        self.cancel_button = QPushButton(split_dialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.buttons.addWidget(self.cancel_button)


        self.rows.addLayout(self.buttons)


        self.retranslateUi(split_dialog)

        self.split_button.setDefault(True)

    # setupUi

    def retranslateUi(self, split_dialog):
        split_dialog.setWindowTitle(QCoreApplication.translate("SplitDialog", u"Split into parts", None))
        self.intro_label.setText(QCoreApplication.translate("SplitDialog", u"Each sentence and the part it is proposed for. Choose sentences, then press a part below or its number on the keyboard.", None))
#if QT_CONFIG(accessibility)
        self.sentences_table.setAccessibleName(QCoreApplication.translate("SplitDialog", u"Sentences", None))
#endif // QT_CONFIG(accessibility)
        self.split_button.setText(QCoreApplication.translate("SplitDialog", u"Split", None))
        self.cancel_button.setText(QCoreApplication.translate("SplitDialog", u"Cancel", None))
    # retranslateUi

