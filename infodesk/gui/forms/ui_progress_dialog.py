# Generated from forms/progress_dialog.ui by forms/compile.py: edit that form, not this file.
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QLabel,
    QProgressBar, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)
class Ui_ProgressDialog(object):
    def setupUi(self, progress_dialog):
        if not progress_dialog.objectName():
            progress_dialog.setObjectName(u"progress_dialog")
        progress_dialog.resize(420, 120)
        self.rows = QVBoxLayout(progress_dialog)
        self.rows.setSpacing(12)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(20, 16, 20, 16)
        self.text_label = QLabel(progress_dialog)
        self.text_label.setObjectName(u"text_label")

        self.rows.addWidget(self.text_label)

        self.progress_bar = QProgressBar(progress_dialog)
        self.progress_bar.setObjectName(u"progress_bar")
        self.progress_bar.setTextVisible(False)

        self.rows.addWidget(self.progress_bar)

        self.buttons = QHBoxLayout()
        self.buttons.setObjectName(u"buttons")
        self.buttons_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttons_gap)

        self.stop_button = QPushButton(progress_dialog)
        self.stop_button.setObjectName(u"stop_button")

        self.buttons.addWidget(self.stop_button)


        self.rows.addLayout(self.buttons)


        self.retranslateUi(progress_dialog)
    # setupUi

    def retranslateUi(self, progress_dialog):
#if QT_CONFIG(accessibility)
        self.progress_bar.setAccessibleName(QCoreApplication.translate("ProgressDialog", u"Progress", None))
#endif // QT_CONFIG(accessibility)
        self.stop_button.setText(QCoreApplication.translate("ProgressDialog", u"Stop", None))
        pass
    # retranslateUi

