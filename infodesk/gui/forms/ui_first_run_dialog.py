# Generated from forms/first_run_dialog.ui by forms/compile.py: edit that form, not this file.
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QFormLayout,
    QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QSpinBox, QVBoxLayout,
    QWidget)
class Ui_FirstRunDialog(object):
    def setupUi(self, first_run_dialog):
        if not first_run_dialog.objectName():
            first_run_dialog.setObjectName(u"first_run_dialog")
        first_run_dialog.resize(600, 440)
        self.rows = QVBoxLayout(first_run_dialog)
        self.rows.setSpacing(12)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(28, 24, 28, 20)
        self.head = QHBoxLayout()
        self.head.setObjectName(u"head")
        self.heading_label = QLabel(first_run_dialog)
        self.heading_label.setObjectName(u"heading_label")

        self.head.addWidget(self.heading_label)

        self.head_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.head_gap)

        self.language_combo = QComboBox(first_run_dialog)
        self.language_combo.setObjectName(u"language_combo")

        self.head.addWidget(self.language_combo)


        self.rows.addLayout(self.head)

        self.intro_label = QLabel(first_run_dialog)
        self.intro_label.setObjectName(u"intro_label")
        self.intro_label.setWordWrap(True)

        self.rows.addWidget(self.intro_label)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(10)
        self.form.setLabelAlignment(Qt.AlignLeft|Qt.AlignVCenter)
        self.office_label = QLabel(first_run_dialog)
        self.office_label.setObjectName(u"office_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.office_label)

        self.office_edit = QLineEdit(first_run_dialog)
        self.office_edit.setObjectName(u"office_edit")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.office_edit)

        self.superior_label = QLabel(first_run_dialog)
        self.superior_label.setObjectName(u"superior_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.superior_label)

        self.superior_edit = QLineEdit(first_run_dialog)
        self.superior_edit.setObjectName(u"superior_edit")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.superior_edit)

        self.series_label = QLabel(first_run_dialog)
        self.series_label.setObjectName(u"series_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.series_label)

        self.series_edit = QLineEdit(first_run_dialog)
        self.series_edit.setObjectName(u"series_edit")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.series_edit)

        self.issuer_label = QLabel(first_run_dialog)
        self.issuer_label.setObjectName(u"issuer_label")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.issuer_label)

        self.issuer_edit = QLineEdit(first_run_dialog)
        self.issuer_edit.setObjectName(u"issuer_edit")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.issuer_edit)

        self.number_label = QLabel(first_run_dialog)
        self.number_label.setObjectName(u"number_label")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.number_label)

        self.numbers = QHBoxLayout()
        self.numbers.setSpacing(8)
        self.numbers.setObjectName(u"numbers")
        self.number_spin = QSpinBox(first_run_dialog)
        self.number_spin.setObjectName(u"number_spin")
        self.number_spin.setMinimum(1)
        self.number_spin.setMaximum(9999)

        self.numbers.addWidget(self.number_spin)

        self.total_label = QLabel(first_run_dialog)
        self.total_label.setObjectName(u"total_label")

        self.numbers.addWidget(self.total_label)

        self.total_spin = QSpinBox(first_run_dialog)
        self.total_spin.setObjectName(u"total_spin")
        self.total_spin.setMaximum(99999)

        self.numbers.addWidget(self.total_spin)

        self.numbers_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.numbers.addItem(self.numbers_gap)


        self.form.setLayout(4, QFormLayout.ItemRole.FieldRole, self.numbers)

        self.exports_label = QLabel(first_run_dialog)
        self.exports_label.setObjectName(u"exports_label")

        self.form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.exports_label)

        self.exports_row = QHBoxLayout()
        self.exports_row.setSpacing(8)
        self.exports_row.setObjectName(u"exports_row")
        self.exports_edit = QLineEdit(first_run_dialog)
        self.exports_edit.setObjectName(u"exports_edit")

        self.exports_row.addWidget(self.exports_edit)

        self.exports_button = QPushButton(first_run_dialog)
        self.exports_button.setObjectName(u"exports_button")
        self.exports_button.setAutoDefault(False)

        self.exports_row.addWidget(self.exports_button)


        self.form.setLayout(5, QFormLayout.ItemRole.FieldRole, self.exports_row)


        self.rows.addLayout(self.form)

        self.security_label = QLabel(first_run_dialog)
        self.security_label.setObjectName(u"security_label")
        self.security_label.setWordWrap(True)
        self.security_label.setProperty(u"role", u"small")

        self.rows.addWidget(self.security_label)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rows.addItem(self.gap)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.sample_button = QPushButton(first_run_dialog)
        self.sample_button.setObjectName(u"sample_button")
        self.sample_button.setAutoDefault(False)

        self.buttons.addWidget(self.sample_button)

        self.buttons_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttons_gap)

        self.start_button = QPushButton(first_run_dialog)
        self.start_button.setObjectName(u"start_button")

        self.buttons.addWidget(self.start_button)

        self.quit_button = QPushButton(first_run_dialog)
        self.quit_button.setObjectName(u"quit_button")
        self.quit_button.setAutoDefault(False)

        self.buttons.addWidget(self.quit_button)


        self.rows.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.office_label.setBuddy(self.office_edit)
        self.superior_label.setBuddy(self.superior_edit)
        self.series_label.setBuddy(self.series_edit)
        self.issuer_label.setBuddy(self.issuer_edit)
        self.number_label.setBuddy(self.number_spin)
        self.total_label.setBuddy(self.total_spin)
        self.exports_label.setBuddy(self.exports_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(first_run_dialog)

        self.start_button.setDefault(True)

    # setupUi

    def retranslateUi(self, first_run_dialog):
        first_run_dialog.setWindowTitle(QCoreApplication.translate("FirstRunDialog", u"Welcome to infodesk", None))
        self.heading_label.setText(QCoreApplication.translate("FirstRunDialog", u"Welcome", None))
#if QT_CONFIG(accessibility)
        self.language_combo.setAccessibleName(QCoreApplication.translate("FirstRunDialog", u"Language", None))
#endif // QT_CONFIG(accessibility)
        self.intro_label.setText(QCoreApplication.translate("FirstRunDialog", u"Everything stays on this computer. These answers can be changed later in the settings.", None))
        self.office_label.setText(QCoreApplication.translate("FirstRunDialog", u"Office", None))
#if QT_CONFIG(accessibility)
        self.office_edit.setAccessibleName(QCoreApplication.translate("FirstRunDialog", u"Office", None))
#endif // QT_CONFIG(accessibility)
        self.office_edit.setPlaceholderText(QCoreApplication.translate("FirstRunDialog", u"e.g. Information Section, Shifan County Party Committee Office", None))
        self.superior_label.setText(QCoreApplication.translate("FirstRunDialog", u"Reports to", None))
#if QT_CONFIG(accessibility)
        self.superior_edit.setAccessibleName(QCoreApplication.translate("FirstRunDialog", u"Reports to", None))
#endif // QT_CONFIG(accessibility)
        self.superior_edit.setPlaceholderText(QCoreApplication.translate("FirstRunDialog", u"the superior office; may stay empty", None))
        self.series_label.setText(QCoreApplication.translate("FirstRunDialog", u"Bulletin", None))
#if QT_CONFIG(accessibility)
        self.series_edit.setAccessibleName(QCoreApplication.translate("FirstRunDialog", u"Bulletin", None))
#endif // QT_CONFIG(accessibility)
        self.series_edit.setPlaceholderText(QCoreApplication.translate("FirstRunDialog", u"the red title of its head; may stay empty", None))
        self.issuer_label.setText(QCoreApplication.translate("FirstRunDialog", u"Issued by", None))
#if QT_CONFIG(accessibility)
        self.issuer_edit.setAccessibleName(QCoreApplication.translate("FirstRunDialog", u"Issued by", None))
#endif // QT_CONFIG(accessibility)
        self.issuer_edit.setPlaceholderText(QCoreApplication.translate("FirstRunDialog", u"the office printed under the red title", None))
        self.number_label.setText(QCoreApplication.translate("FirstRunDialog", u"Next issue", None))
#if QT_CONFIG(accessibility)
        self.number_spin.setAccessibleName(QCoreApplication.translate("FirstRunDialog", u"Number of the next issue this year", None))
#endif // QT_CONFIG(accessibility)
        self.total_label.setText(QCoreApplication.translate("FirstRunDialog", u"Total number", None))
#if QT_CONFIG(accessibility)
        self.total_spin.setAccessibleName(QCoreApplication.translate("FirstRunDialog", u"Total number of the next issue", None))
#endif // QT_CONFIG(accessibility)
        self.total_spin.setSpecialValueText(QCoreApplication.translate("FirstRunDialog", u"not counted", None))
        self.exports_label.setText(QCoreApplication.translate("FirstRunDialog", u"Exports go to", None))
#if QT_CONFIG(accessibility)
        self.exports_edit.setAccessibleName(QCoreApplication.translate("FirstRunDialog", u"Folder for exports", None))
#endif // QT_CONFIG(accessibility)
        self.exports_button.setText(QCoreApplication.translate("FirstRunDialog", u"Choose\u2026", None))
        self.security_label.setText(QCoreApplication.translate("FirstRunDialog", u"The journal is not encrypted at first: Settings, Encryption and locking turns it on. Best before the first item.", None))
        self.sample_button.setText(QCoreApplication.translate("FirstRunDialog", u"Try with a sample office", None))
        self.start_button.setText(QCoreApplication.translate("FirstRunDialog", u"Start", None))
        self.quit_button.setText(QCoreApplication.translate("FirstRunDialog", u"Quit", None))
    # retranslateUi

