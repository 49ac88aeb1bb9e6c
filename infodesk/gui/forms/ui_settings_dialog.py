# Generated from forms/settings_dialog.ui by forms/compile.py: edit that form, not this file.
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QDialog,
    QFormLayout, QHBoxLayout, QLabel, QLineEdit,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)
class Ui_SettingsDialog(object):
    def setupUi(self, settings_dialog):
        if not settings_dialog.objectName():
            settings_dialog.setObjectName(u"settings_dialog")
        settings_dialog.resize(540, 400)
        self.rows = QVBoxLayout(settings_dialog)
        self.rows.setSpacing(12)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(24, 20, 24, 16)
        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(10)
        self.form.setLabelAlignment(Qt.AlignLeft|Qt.AlignVCenter)
        self.office_label = QLabel(settings_dialog)
        self.office_label.setObjectName(u"office_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.office_label)

        self.office_edit = QLineEdit(settings_dialog)
        self.office_edit.setObjectName(u"office_edit")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.office_edit)

        self.superior_label = QLabel(settings_dialog)
        self.superior_label.setObjectName(u"superior_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.superior_label)

        self.superior_edit = QLineEdit(settings_dialog)
        self.superior_edit.setObjectName(u"superior_edit")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.superior_edit)

        self.clerk_label = QLabel(settings_dialog)
        self.clerk_label.setObjectName(u"clerk_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.clerk_label)

        self.clerk_edit = QLineEdit(settings_dialog)
        self.clerk_edit.setObjectName(u"clerk_edit")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.clerk_edit)

        self.exports_label = QLabel(settings_dialog)
        self.exports_label.setObjectName(u"exports_label")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.exports_label)

        self.exports_row = QHBoxLayout()
        self.exports_row.setSpacing(8)
        self.exports_row.setObjectName(u"exports_row")
        self.exports_edit = QLineEdit(settings_dialog)
        self.exports_edit.setObjectName(u"exports_edit")

        self.exports_row.addWidget(self.exports_edit)

        self.exports_button = QPushButton(settings_dialog)
        self.exports_button.setObjectName(u"exports_button")
        self.exports_button.setAutoDefault(False)

        self.exports_row.addWidget(self.exports_button)


        self.form.setLayout(3, QFormLayout.ItemRole.FieldRole, self.exports_row)

        self.fonts_label = QLabel(settings_dialog)
        self.fonts_label.setObjectName(u"fonts_label")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.fonts_label)

        self.fonts_combo = QComboBox(settings_dialog)
        self.fonts_combo.setObjectName(u"fonts_combo")

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.fonts_combo)

        self.code_check = QCheckBox(settings_dialog)
        self.code_check.setObjectName(u"code_check")

        self.form.setWidget(5, QFormLayout.ItemRole.FieldRole, self.code_check)

        self.language_label = QLabel(settings_dialog)
        self.language_label.setObjectName(u"language_label")

        self.form.setWidget(6, QFormLayout.ItemRole.LabelRole, self.language_label)

        self.language_combo = QComboBox(settings_dialog)
        self.language_combo.setObjectName(u"language_combo")

        self.form.setWidget(6, QFormLayout.ItemRole.FieldRole, self.language_combo)

        self.scheme_label = QLabel(settings_dialog)
        self.scheme_label.setObjectName(u"scheme_label")

        self.form.setWidget(7, QFormLayout.ItemRole.LabelRole, self.scheme_label)

        self.scheme_combo = QComboBox(settings_dialog)
        self.scheme_combo.setObjectName(u"scheme_combo")

        self.form.setWidget(7, QFormLayout.ItemRole.FieldRole, self.scheme_combo)

        self.size_label = QLabel(settings_dialog)
        self.size_label.setObjectName(u"size_label")

        self.form.setWidget(8, QFormLayout.ItemRole.LabelRole, self.size_label)

        self.size_combo = QComboBox(settings_dialog)
        self.size_combo.setObjectName(u"size_combo")

        self.form.setWidget(8, QFormLayout.ItemRole.FieldRole, self.size_combo)


        self.rows.addLayout(self.form)

        self.journal_label = QLabel(settings_dialog)
        self.journal_label.setObjectName(u"journal_label")
        self.journal_label.setWordWrap(True)
        self.journal_label.setTextInteractionFlags(Qt.TextSelectableByMouse)

        self.rows.addWidget(self.journal_label)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rows.addItem(self.gap)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.kinds_button = QPushButton(settings_dialog)
        self.kinds_button.setObjectName(u"kinds_button")
        self.kinds_button.setAutoDefault(False)

        self.buttons.addWidget(self.kinds_button)

        self.backups_button = QPushButton(settings_dialog)
        self.backups_button.setObjectName(u"backups_button")
        self.backups_button.setAutoDefault(False)

        self.buttons.addWidget(self.backups_button)

        self.security_button = QPushButton(settings_dialog)
        self.security_button.setObjectName(u"security_button")
        self.security_button.setAutoDefault(False)

        self.buttons.addWidget(self.security_button)

        self.check_button = QPushButton(settings_dialog)
        self.check_button.setObjectName(u"check_button")
        self.check_button.setAutoDefault(False)

        self.buttons.addWidget(self.check_button)

        self.drop_button = QPushButton(settings_dialog)
        self.drop_button.setObjectName(u"drop_button")
        self.drop_button.setAutoDefault(False)

        self.buttons.addWidget(self.drop_button)

        self.buttons_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttons_gap)

        self.save_button = QPushButton(settings_dialog)
        self.save_button.setObjectName(u"save_button")

        self.buttons.addWidget(self.save_button)

        self.cancel_button = QPushButton(settings_dialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.buttons.addWidget(self.cancel_button)


        self.rows.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.office_label.setBuddy(self.office_edit)
        self.superior_label.setBuddy(self.superior_edit)
        self.clerk_label.setBuddy(self.clerk_edit)
        self.exports_label.setBuddy(self.exports_edit)
        self.fonts_label.setBuddy(self.fonts_combo)
        self.language_label.setBuddy(self.language_combo)
        self.scheme_label.setBuddy(self.scheme_combo)
        self.size_label.setBuddy(self.size_combo)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(settings_dialog)

        self.save_button.setDefault(True)

    # setupUi

    def retranslateUi(self, settings_dialog):
        settings_dialog.setWindowTitle(QCoreApplication.translate("SettingsDialog", u"Settings", None))
        self.office_label.setText(QCoreApplication.translate("SettingsDialog", u"Office", None))
#if QT_CONFIG(accessibility)
        self.office_edit.setAccessibleName(QCoreApplication.translate("SettingsDialog", u"Office", None))
#endif // QT_CONFIG(accessibility)
        self.superior_label.setText(QCoreApplication.translate("SettingsDialog", u"Reports to", None))
#if QT_CONFIG(accessibility)
        self.superior_edit.setAccessibleName(QCoreApplication.translate("SettingsDialog", u"Reports to", None))
#endif // QT_CONFIG(accessibility)
        self.clerk_label.setText(QCoreApplication.translate("SettingsDialog", u"Clerk", None))
#if QT_CONFIG(accessibility)
        self.clerk_edit.setAccessibleName(QCoreApplication.translate("SettingsDialog", u"Clerk", None))
#endif // QT_CONFIG(accessibility)
        self.clerk_edit.setPlaceholderText(QCoreApplication.translate("SettingsDialog", u"named on versions, holds and returns", None))
        self.exports_label.setText(QCoreApplication.translate("SettingsDialog", u"Exports go to", None))
#if QT_CONFIG(accessibility)
        self.exports_edit.setAccessibleName(QCoreApplication.translate("SettingsDialog", u"Folder for exports", None))
#endif // QT_CONFIG(accessibility)
        self.exports_button.setText(QCoreApplication.translate("SettingsDialog", u"Choose\u2026", None))
        self.fonts_label.setText(QCoreApplication.translate("SettingsDialog", u"Fonts of papers", None))
#if QT_CONFIG(accessibility)
        self.fonts_combo.setAccessibleName(QCoreApplication.translate("SettingsDialog", u"Fonts of papers", None))
#endif // QT_CONFIG(accessibility)
        self.code_check.setText(QCoreApplication.translate("SettingsDialog", u"Print the audit code in the foot of signed issues", None))
        self.language_label.setText(QCoreApplication.translate("SettingsDialog", u"Language", None))
#if QT_CONFIG(accessibility)
        self.language_combo.setAccessibleName(QCoreApplication.translate("SettingsDialog", u"Language", None))
#endif // QT_CONFIG(accessibility)
        self.scheme_label.setText(QCoreApplication.translate("SettingsDialog", u"Look", None))
#if QT_CONFIG(accessibility)
        self.scheme_combo.setAccessibleName(QCoreApplication.translate("SettingsDialog", u"Look", None))
#endif // QT_CONFIG(accessibility)
        self.size_label.setText(QCoreApplication.translate("SettingsDialog", u"Text size", None))
#if QT_CONFIG(accessibility)
        self.size_combo.setAccessibleName(QCoreApplication.translate("SettingsDialog", u"Text size", None))
#endif // QT_CONFIG(accessibility)
        self.kinds_button.setText(QCoreApplication.translate("SettingsDialog", u"Check settings\u2026", None))
        self.backups_button.setText(QCoreApplication.translate("SettingsDialog", u"Backups\u2026", None))
        self.security_button.setText(QCoreApplication.translate("SettingsDialog", u"Encryption and locking\u2026", None))
        self.check_button.setText(QCoreApplication.translate("SettingsDialog", u"Check the journal\u2026", None))
        self.drop_button.setText(QCoreApplication.translate("SettingsDialog", u"Drop\u2026", None))
        self.save_button.setText(QCoreApplication.translate("SettingsDialog", u"Save", None))
        self.cancel_button.setText(QCoreApplication.translate("SettingsDialog", u"Cancel", None))
    # retranslateUi

