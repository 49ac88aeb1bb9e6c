# Generated from forms/settings_dialog.ui by forms/compile.py: edit that form, not this file.
from PySide6.QtCore import (
    QCoreApplication,
    QDate,
    QDateTime,
    QLocale,
    QMetaObject,
    QObject,
    QPoint,
    QRect,
    QSize,
    QTime,
    QUrl,
    Qt,
)
from PySide6.QtGui import (
    QBrush,
    QColor,
    QConicalGradient,
    QCursor,
    QFont,
    QFontDatabase,
    QGradient,
    QIcon,
    QImage,
    QKeySequence,
    QLinearGradient,
    QPainter,
    QPalette,
    QPixmap,
    QRadialGradient,
    QTransform,
)
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)


class Ui_SettingsDialog(object):
    def setupUi(self, settings_dialog):
        if not settings_dialog.objectName():
            settings_dialog.setObjectName("settings_dialog")
        settings_dialog.resize(540, 400)
        self.rows = QVBoxLayout(settings_dialog)
        self.rows.setSpacing(12)
        self.rows.setObjectName("rows")
        self.rows.setContentsMargins(24, 20, 24, 16)
        self.form = QFormLayout()
        self.form.setObjectName("form")
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(10)
        self.form.setLabelAlignment(Qt.AlignLeft | Qt.AlignVCenter)
        self.office_label = QLabel(settings_dialog)
        self.office_label.setObjectName("office_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.office_label)

        self.office_edit = QLineEdit(settings_dialog)
        self.office_edit.setObjectName("office_edit")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.office_edit)

        self.superior_label = QLabel(settings_dialog)
        self.superior_label.setObjectName("superior_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.superior_label)

        self.superior_edit = QLineEdit(settings_dialog)
        self.superior_edit.setObjectName("superior_edit")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.superior_edit)

        self.clerk_label = QLabel(settings_dialog)
        self.clerk_label.setObjectName("clerk_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.clerk_label)

        self.clerk_edit = QLineEdit(settings_dialog)
        self.clerk_edit.setObjectName("clerk_edit")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.clerk_edit)

        self.exports_label = QLabel(settings_dialog)
        self.exports_label.setObjectName("exports_label")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.exports_label)

        self.exports_row = QHBoxLayout()
        self.exports_row.setSpacing(8)
        self.exports_row.setObjectName("exports_row")
        self.exports_edit = QLineEdit(settings_dialog)
        self.exports_edit.setObjectName("exports_edit")

        self.exports_row.addWidget(self.exports_edit)

        self.exports_button = QPushButton(settings_dialog)
        self.exports_button.setObjectName("exports_button")
        self.exports_button.setAutoDefault(False)

        self.exports_row.addWidget(self.exports_button)

        self.form.setLayout(3, QFormLayout.ItemRole.FieldRole, self.exports_row)

        self.fonts_label = QLabel(settings_dialog)
        self.fonts_label.setObjectName("fonts_label")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.fonts_label)

        self.fonts_combo = QComboBox(settings_dialog)
        self.fonts_combo.setObjectName("fonts_combo")

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.fonts_combo)

        self.language_label = QLabel(settings_dialog)
        self.language_label.setObjectName("language_label")

        self.form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.language_label)

        self.language_combo = QComboBox(settings_dialog)
        self.language_combo.setObjectName("language_combo")

        self.form.setWidget(5, QFormLayout.ItemRole.FieldRole, self.language_combo)

        self.scheme_label = QLabel(settings_dialog)
        self.scheme_label.setObjectName("scheme_label")

        self.form.setWidget(6, QFormLayout.ItemRole.LabelRole, self.scheme_label)

        self.scheme_combo = QComboBox(settings_dialog)
        self.scheme_combo.setObjectName("scheme_combo")

        self.form.setWidget(6, QFormLayout.ItemRole.FieldRole, self.scheme_combo)

        self.size_label = QLabel(settings_dialog)
        self.size_label.setObjectName("size_label")

        self.form.setWidget(7, QFormLayout.ItemRole.LabelRole, self.size_label)

        self.size_combo = QComboBox(settings_dialog)
        self.size_combo.setObjectName("size_combo")

        self.form.setWidget(7, QFormLayout.ItemRole.FieldRole, self.size_combo)

        self.rows.addLayout(self.form)

        self.journal_label = QLabel(settings_dialog)
        self.journal_label.setObjectName("journal_label")
        self.journal_label.setWordWrap(True)
        self.journal_label.setTextInteractionFlags(Qt.TextSelectableByMouse)

        self.rows.addWidget(self.journal_label)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rows.addItem(self.gap)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName("buttons")
        self.buttons_gap = QSpacerItem(
            0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum
        )

        self.buttons.addItem(self.buttons_gap)

        self.save_button = QPushButton(settings_dialog)
        self.save_button.setObjectName("save_button")

        self.buttons.addWidget(self.save_button)

        self.cancel_button = QPushButton(settings_dialog)
        self.cancel_button.setObjectName("cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.buttons.addWidget(self.cancel_button)

        self.rows.addLayout(self.buttons)

        # if QT_CONFIG(shortcut)
        self.office_label.setBuddy(self.office_edit)
        self.superior_label.setBuddy(self.superior_edit)
        self.clerk_label.setBuddy(self.clerk_edit)
        self.exports_label.setBuddy(self.exports_edit)
        self.fonts_label.setBuddy(self.fonts_combo)
        self.language_label.setBuddy(self.language_combo)
        self.scheme_label.setBuddy(self.scheme_combo)
        self.size_label.setBuddy(self.size_combo)
        # endif // QT_CONFIG(shortcut)

        self.retranslateUi(settings_dialog)

        self.save_button.setDefault(True)

    # setupUi

    def retranslateUi(self, settings_dialog):
        settings_dialog.setWindowTitle(
            QCoreApplication.translate("SettingsDialog", "Settings", None)
        )
        self.office_label.setText(QCoreApplication.translate("SettingsDialog", "Office", None))
        # if QT_CONFIG(accessibility)
        self.office_edit.setAccessibleName(
            QCoreApplication.translate("SettingsDialog", "Office", None)
        )
        # endif // QT_CONFIG(accessibility)
        self.superior_label.setText(
            QCoreApplication.translate("SettingsDialog", "Reports to", None)
        )
        # if QT_CONFIG(accessibility)
        self.superior_edit.setAccessibleName(
            QCoreApplication.translate("SettingsDialog", "Reports to", None)
        )
        # endif // QT_CONFIG(accessibility)
        self.clerk_label.setText(QCoreApplication.translate("SettingsDialog", "Clerk", None))
        # if QT_CONFIG(accessibility)
        self.clerk_edit.setAccessibleName(
            QCoreApplication.translate("SettingsDialog", "Clerk", None)
        )
        # endif // QT_CONFIG(accessibility)
        self.clerk_edit.setPlaceholderText(
            QCoreApplication.translate(
                "SettingsDialog", "named on versions, holds and returns", None
            )
        )
        self.exports_label.setText(
            QCoreApplication.translate("SettingsDialog", "Exports go to", None)
        )
        # if QT_CONFIG(accessibility)
        self.exports_edit.setAccessibleName(
            QCoreApplication.translate("SettingsDialog", "Folder for exports", None)
        )
        # endif // QT_CONFIG(accessibility)
        self.exports_button.setText(
            QCoreApplication.translate("SettingsDialog", "Choose\u2026", None)
        )
        self.fonts_label.setText(
            QCoreApplication.translate("SettingsDialog", "Fonts of papers", None)
        )
        # if QT_CONFIG(accessibility)
        self.fonts_combo.setAccessibleName(
            QCoreApplication.translate("SettingsDialog", "Fonts of papers", None)
        )
        # endif // QT_CONFIG(accessibility)
        self.language_label.setText(QCoreApplication.translate("SettingsDialog", "Language", None))
        # if QT_CONFIG(accessibility)
        self.language_combo.setAccessibleName(
            QCoreApplication.translate("SettingsDialog", "Language", None)
        )
        # endif // QT_CONFIG(accessibility)
        self.scheme_label.setText(QCoreApplication.translate("SettingsDialog", "Look", None))
        # if QT_CONFIG(accessibility)
        self.scheme_combo.setAccessibleName(
            QCoreApplication.translate("SettingsDialog", "Look", None)
        )
        # endif // QT_CONFIG(accessibility)
        self.size_label.setText(QCoreApplication.translate("SettingsDialog", "Text size", None))
        # if QT_CONFIG(accessibility)
        self.size_combo.setAccessibleName(
            QCoreApplication.translate("SettingsDialog", "Text size", None)
        )
        # endif // QT_CONFIG(accessibility)
        self.save_button.setText(QCoreApplication.translate("SettingsDialog", "Save", None))
        self.cancel_button.setText(QCoreApplication.translate("SettingsDialog", "Cancel", None))

    # retranslateUi
