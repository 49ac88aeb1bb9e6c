# Generated from forms/redaction_dialog.ui by forms/compile.py: edit that form, not this file.
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QFormLayout,
    QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)
class Ui_RedactionDialog(object):
    def setupUi(self, redaction_dialog):
        if not redaction_dialog.objectName():
            redaction_dialog.setObjectName(u"redaction_dialog")
        redaction_dialog.resize(560, 500)
        self.rows = QVBoxLayout(redaction_dialog)
        self.rows.setSpacing(12)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(20, 18, 20, 16)
        self.title_label = QLabel(redaction_dialog)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setWordWrap(True)
        self.title_label.setTextFormat(Qt.PlainText)

        self.rows.addWidget(self.title_label)

        self.hint_label = QLabel(redaction_dialog)
        self.hint_label.setObjectName(u"hint_label")
        self.hint_label.setWordWrap(True)

        self.rows.addWidget(self.hint_label)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(10)
        self.form.setLabelAlignment(Qt.AlignLeft|Qt.AlignVCenter)
        self.extent_label = QLabel(redaction_dialog)
        self.extent_label.setObjectName(u"extent_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.extent_label)

        self.extent_combo = QComboBox(redaction_dialog)
        self.extent_combo.setObjectName(u"extent_combo")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.extent_combo)

        self.passages_label = QLabel(redaction_dialog)
        self.passages_label.setObjectName(u"passages_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.passages_label)

        self.passages_edit = QPlainTextEdit(redaction_dialog)
        self.passages_edit.setObjectName(u"passages_edit")
        self.passages_edit.setTabChangesFocus(True)
        self.passages_edit.setMaximumSize(QSize(16777215, 90))

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.passages_edit)

        self.by_label = QLabel(redaction_dialog)
        self.by_label.setObjectName(u"by_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.by_label)

        self.by_edit = QLineEdit(redaction_dialog)
        self.by_edit.setObjectName(u"by_edit")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.by_edit)

        self.witness_label = QLabel(redaction_dialog)
        self.witness_label.setObjectName(u"witness_label")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.witness_label)

        self.witness_edit = QLineEdit(redaction_dialog)
        self.witness_edit.setObjectName(u"witness_edit")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.witness_edit)

        self.reason_label = QLabel(redaction_dialog)
        self.reason_label.setObjectName(u"reason_label")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.reason_label)

        self.reason_edit = QLineEdit(redaction_dialog)
        self.reason_edit.setObjectName(u"reason_edit")

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.reason_edit)


        self.rows.addLayout(self.form)

        self.reach_label = QLabel(redaction_dialog)
        self.reach_label.setObjectName(u"reach_label")
        self.reach_label.setWordWrap(True)
        self.reach_label.setMinimumSize(QSize(0, 72))
        self.reach_label.setAlignment(Qt.AlignLeft|Qt.AlignTop)

        self.rows.addWidget(self.reach_label)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rows.addItem(self.gap)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.look_button = QPushButton(redaction_dialog)
        self.look_button.setObjectName(u"look_button")

        self.buttons.addWidget(self.look_button)

        self.buttons_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttons_gap)

        self.redact_button = QPushButton(redaction_dialog)
        self.redact_button.setObjectName(u"redact_button")
        self.redact_button.setAutoDefault(False)

        self.buttons.addWidget(self.redact_button)

        self.cancel_button = QPushButton(redaction_dialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.buttons.addWidget(self.cancel_button)


        self.rows.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.extent_label.setBuddy(self.extent_combo)
        self.passages_label.setBuddy(self.passages_edit)
        self.by_label.setBuddy(self.by_edit)
        self.witness_label.setBuddy(self.witness_edit)
        self.reason_label.setBuddy(self.reason_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(redaction_dialog)

        self.look_button.setDefault(True)

    # setupUi

    def retranslateUi(self, redaction_dialog):
        redaction_dialog.setWindowTitle(QCoreApplication.translate("RedactionDialog", u"Redact what was entered by mistake", None))
        self.hint_label.setText(QCoreApplication.translate("RedactionDialog", u"It is taken out of the text, of every version, of copies in batches, of the index and of every backup that can be reached, and cannot be brought back. Who, witness, when, why and the hash of the text stay on record. Exported files, batches that were sent and prints are yours to see to.", None))
        self.extent_label.setText(QCoreApplication.translate("RedactionDialog", u"Redact", None))
#if QT_CONFIG(accessibility)
        self.extent_combo.setAccessibleName(QCoreApplication.translate("RedactionDialog", u"How much is redacted", None))
#endif // QT_CONFIG(accessibility)
        self.passages_label.setText(QCoreApplication.translate("RedactionDialog", u"Passages", None))
#if QT_CONFIG(accessibility)
        self.passages_edit.setAccessibleName(QCoreApplication.translate("RedactionDialog", u"Passages", None))
#endif // QT_CONFIG(accessibility)
        self.passages_edit.setPlaceholderText(QCoreApplication.translate("RedactionDialog", u"one a line, copied as they stand in the text", None))
        self.by_label.setText(QCoreApplication.translate("RedactionDialog", u"Clerk", None))
#if QT_CONFIG(accessibility)
        self.by_edit.setAccessibleName(QCoreApplication.translate("RedactionDialog", u"Clerk", None))
#endif // QT_CONFIG(accessibility)
        self.witness_label.setText(QCoreApplication.translate("RedactionDialog", u"Witness", None))
#if QT_CONFIG(accessibility)
        self.witness_edit.setAccessibleName(QCoreApplication.translate("RedactionDialog", u"Witness", None))
#endif // QT_CONFIG(accessibility)
        self.witness_edit.setPlaceholderText(QCoreApplication.translate("RedactionDialog", u"somebody else, who is present", None))
        self.reason_label.setText(QCoreApplication.translate("RedactionDialog", u"Reason", None))
#if QT_CONFIG(accessibility)
        self.reason_edit.setAccessibleName(QCoreApplication.translate("RedactionDialog", u"Reason", None))
#endif // QT_CONFIG(accessibility)
        self.reason_edit.setPlaceholderText(QCoreApplication.translate("RedactionDialog", u"is kept; without what is redacted", None))
        self.look_button.setText(QCoreApplication.translate("RedactionDialog", u"Show what will happen", None))
        self.redact_button.setText(QCoreApplication.translate("RedactionDialog", u"Redact for good", None))
        self.cancel_button.setText(QCoreApplication.translate("RedactionDialog", u"Cancel", None))
    # retranslateUi

