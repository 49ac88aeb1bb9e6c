# Generated from forms/drop_dialog.ui by forms/compile.py: edit that form, not this file.
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QDialog,
    QFormLayout, QHBoxLayout, QLabel, QLineEdit,
    QPushButton, QSizePolicy, QSpacerItem, QSpinBox,
    QVBoxLayout, QWidget)
class Ui_DropDialog(object):
    def setupUi(self, drop_dialog):
        if not drop_dialog.objectName():
            drop_dialog.setObjectName(u"drop_dialog")
        drop_dialog.resize(600, 440)
        self.rows = QVBoxLayout(drop_dialog)
        self.rows.setSpacing(12)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(24, 20, 24, 16)
        self.about_label = QLabel(drop_dialog)
        self.about_label.setObjectName(u"about_label")
        self.about_label.setWordWrap(True)
        self.about_label.setProperty(u"role", u"muted")

        self.rows.addWidget(self.about_label)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(10)
        self.form.setLabelAlignment(Qt.AlignLeft|Qt.AlignVCenter)
        self.kind_combo_label = QLabel(drop_dialog)
        self.kind_combo_label.setObjectName(u"kind_combo_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.kind_combo_label)

        self.kind_combo = QComboBox(drop_dialog)
        self.kind_combo.setObjectName(u"kind_combo")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.kind_combo)

        self.address_edit_label = QLabel(drop_dialog)
        self.address_edit_label.setObjectName(u"address_edit_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.address_edit_label)

        self.address_row = QHBoxLayout()
        self.address_row.setSpacing(8)
        self.address_row.setObjectName(u"address_row")
        self.address_edit = QLineEdit(drop_dialog)
        self.address_edit.setObjectName(u"address_edit")

        self.address_row.addWidget(self.address_edit)

        self.browse_button = QPushButton(drop_dialog)
        self.browse_button.setObjectName(u"browse_button")
        self.browse_button.setAutoDefault(False)

        self.address_row.addWidget(self.browse_button)


        self.form.setLayout(1, QFormLayout.ItemRole.FieldRole, self.address_row)

        self.send_edit_label = QLabel(drop_dialog)
        self.send_edit_label.setObjectName(u"send_edit_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.send_edit_label)

        self.send_edit = QLineEdit(drop_dialog)
        self.send_edit.setObjectName(u"send_edit")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.send_edit)

        self.fetch_edit_label = QLabel(drop_dialog)
        self.fetch_edit_label.setObjectName(u"fetch_edit_label")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.fetch_edit_label)

        self.fetch_edit = QLineEdit(drop_dialog)
        self.fetch_edit.setObjectName(u"fetch_edit")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.fetch_edit)

        self.user_edit_label = QLabel(drop_dialog)
        self.user_edit_label.setObjectName(u"user_edit_label")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.user_edit_label)

        self.user_edit = QLineEdit(drop_dialog)
        self.user_edit.setObjectName(u"user_edit")

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.user_edit)

        self.password_edit_label = QLabel(drop_dialog)
        self.password_edit_label.setObjectName(u"password_edit_label")

        self.form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.password_edit_label)

        self.password_edit = QLineEdit(drop_dialog)
        self.password_edit.setObjectName(u"password_edit")
        self.password_edit.setEchoMode(QLineEdit.Password)

        self.form.setWidget(5, QFormLayout.ItemRole.FieldRole, self.password_edit)

        self.plain_check = QCheckBox(drop_dialog)
        self.plain_check.setObjectName(u"plain_check")

        self.form.setWidget(6, QFormLayout.ItemRole.FieldRole, self.plain_check)

        self.active_row = QHBoxLayout()
        self.active_row.setSpacing(8)
        self.active_row.setObjectName(u"active_row")
        self.active_check = QCheckBox(drop_dialog)
        self.active_check.setObjectName(u"active_check")

        self.active_row.addWidget(self.active_check)

        self.every_spin = QSpinBox(drop_dialog)
        self.every_spin.setObjectName(u"every_spin")
        self.every_spin.setMinimum(1)
        self.every_spin.setMaximum(1440)

        self.active_row.addWidget(self.every_spin)

        self.active_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.active_row.addItem(self.active_gap)


        self.form.setLayout(7, QFormLayout.ItemRole.FieldRole, self.active_row)

        self.patience_row = QHBoxLayout()
        self.patience_row.setSpacing(8)
        self.patience_row.setObjectName(u"patience_row")
        self.patience_label = QLabel(drop_dialog)
        self.patience_label.setObjectName(u"patience_label")

        self.patience_row.addWidget(self.patience_label)

        self.patience_spin = QSpinBox(drop_dialog)
        self.patience_spin.setObjectName(u"patience_spin")
        self.patience_spin.setMinimum(0)
        self.patience_spin.setMaximum(10080)

        self.patience_row.addWidget(self.patience_spin)

        self.patience_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.patience_row.addItem(self.patience_gap)


        self.form.setLayout(8, QFormLayout.ItemRole.FieldRole, self.patience_row)


        self.rows.addLayout(self.form)

        self.told_label = QLabel(drop_dialog)
        self.told_label.setObjectName(u"told_label")
        self.told_label.setWordWrap(True)

        self.rows.addWidget(self.told_label)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rows.addItem(self.gap)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.try_button = QPushButton(drop_dialog)
        self.try_button.setObjectName(u"try_button")
        self.try_button.setAutoDefault(False)

        self.buttons.addWidget(self.try_button)

        self.buttons_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttons_gap)

        self.save_button = QPushButton(drop_dialog)
        self.save_button.setObjectName(u"save_button")

        self.buttons.addWidget(self.save_button)

        self.cancel_button = QPushButton(drop_dialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.buttons.addWidget(self.cancel_button)


        self.rows.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.kind_combo_label.setBuddy(self.kind_combo)
        self.address_edit_label.setBuddy(self.address_edit)
        self.send_edit_label.setBuddy(self.send_edit)
        self.fetch_edit_label.setBuddy(self.fetch_edit)
        self.user_edit_label.setBuddy(self.user_edit)
        self.password_edit_label.setBuddy(self.password_edit)
        self.patience_label.setBuddy(self.patience_spin)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(drop_dialog)

        self.save_button.setDefault(True)

    # setupUi

    def retranslateUi(self, drop_dialog):
        drop_dialog.setWindowTitle(QCoreApplication.translate("DropDialog", u"Drop", None))
        self.about_label.setText(QCoreApplication.translate("DropDialog", u"A folder shared with other offices, by which batches travel without a stick.", None))
        self.kind_combo_label.setText(QCoreApplication.translate("DropDialog", u"Kind", None))
#if QT_CONFIG(accessibility)
        self.kind_combo.setAccessibleName(QCoreApplication.translate("DropDialog", u"Kind of drop", None))
#endif // QT_CONFIG(accessibility)
        self.address_edit_label.setText(QCoreApplication.translate("DropDialog", u"Address", None))
#if QT_CONFIG(accessibility)
        self.address_edit.setAccessibleName(QCoreApplication.translate("DropDialog", u"Address", None))
#endif // QT_CONFIG(accessibility)
        self.browse_button.setText(QCoreApplication.translate("DropDialog", u"Choose\u2026", None))
        self.send_edit_label.setText(QCoreApplication.translate("DropDialog", u"Send to", None))
#if QT_CONFIG(accessibility)
        self.send_edit.setAccessibleName(QCoreApplication.translate("DropDialog", u"Folder that our batches go to", None))
#endif // QT_CONFIG(accessibility)
        self.send_edit.setPlaceholderText(QCoreApplication.translate("DropDialog", u"folder below the address; empty: the address itself", None))
        self.fetch_edit_label.setText(QCoreApplication.translate("DropDialog", u"Fetch from", None))
#if QT_CONFIG(accessibility)
        self.fetch_edit.setAccessibleName(QCoreApplication.translate("DropDialog", u"Folder that batches are fetched from", None))
#endif // QT_CONFIG(accessibility)
        self.fetch_edit.setPlaceholderText(QCoreApplication.translate("DropDialog", u"folder below the address; empty: the address itself", None))
        self.user_edit_label.setText(QCoreApplication.translate("DropDialog", u"User", None))
#if QT_CONFIG(accessibility)
        self.user_edit.setAccessibleName(QCoreApplication.translate("DropDialog", u"User", None))
#endif // QT_CONFIG(accessibility)
        self.password_edit_label.setText(QCoreApplication.translate("DropDialog", u"Password", None))
#if QT_CONFIG(accessibility)
        self.password_edit.setAccessibleName(QCoreApplication.translate("DropDialog", u"Password", None))
#endif // QT_CONFIG(accessibility)
        self.plain_check.setText(QCoreApplication.translate("DropDialog", u"Keep the password in the journal, which is not encrypted", None))
        self.active_check.setText(QCoreApplication.translate("DropDialog", u"Send and fetch by itself, every", None))
#if QT_CONFIG(accessibility)
        self.every_spin.setAccessibleName(QCoreApplication.translate("DropDialog", u"Minutes between two rounds", None))
#endif // QT_CONFIG(accessibility)
        self.patience_label.setText(QCoreApplication.translate("DropDialog", u"Report a file that does not read after", None))
#if QT_CONFIG(accessibility)
        self.patience_spin.setAccessibleName(QCoreApplication.translate("DropDialog", u"Minutes until a file counts as damaged", None))
#endif // QT_CONFIG(accessibility)
        self.try_button.setText(QCoreApplication.translate("DropDialog", u"Test the connection", None))
        self.save_button.setText(QCoreApplication.translate("DropDialog", u"Save", None))
        self.cancel_button.setText(QCoreApplication.translate("DropDialog", u"Cancel", None))
    # retranslateUi

