# Generated from forms/kinds_dialog.ui by forms/compile.py: edit that form, not this file.
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QFrame, QHBoxLayout,
    QLabel, QListWidget, QListWidgetItem, QPlainTextEdit,
    QPushButton, QScrollArea, QSizePolicy, QTabWidget,
    QTextBrowser, QVBoxLayout, QWidget)

from infodesk.gui.widgets.profile_edit import ProfileEdit

class Ui_KindsDialog(object):
    def setupUi(self, KindsDialog):
        if not KindsDialog.objectName():
            KindsDialog.setObjectName(u"KindsDialog")
        KindsDialog.resize(1180, 720)
        self.rows = QVBoxLayout(KindsDialog)
        self.rows.setSpacing(10)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(16, 12, 16, 12)
        self.tabs = QTabWidget(KindsDialog)
        self.tabs.setObjectName(u"tabs")
        self.tabs.setDocumentMode(True)
        self.kinds_tab = QWidget()
        self.kinds_tab.setObjectName(u"kinds_tab")
        self.columns = QHBoxLayout(self.kinds_tab)
        self.columns.setSpacing(14)
        self.columns.setObjectName(u"columns")
        self.columns.setContentsMargins(0, -1, 0, 0)
        self.left = QVBoxLayout()
        self.left.setSpacing(8)
        self.left.setObjectName(u"left")
        self.kinds_list = QListWidget(self.kinds_tab)
        self.kinds_list.setObjectName(u"kinds_list")
        self.kinds_list.setHorizontalScrollBarPolicy(Qt.ScrollBarAlwaysOff)
        self.kinds_list.setMinimumSize(QSize(96, 0))
        self.kinds_list.setProperty(u"role", u"plain_list")
        self.kinds_list.setMaximumSize(QSize(172, 16777215))

        self.left.addWidget(self.kinds_list)

        self.new_button = QPushButton(self.kinds_tab)
        self.new_button.setObjectName(u"new_button")
        self.new_button.setAutoDefault(False)

        self.left.addWidget(self.new_button)

        self.restore_button = QPushButton(self.kinds_tab)
        self.restore_button.setObjectName(u"restore_button")
        self.restore_button.setAutoDefault(False)

        self.left.addWidget(self.restore_button)

        self.export_button = QPushButton(self.kinds_tab)
        self.export_button.setObjectName(u"export_button")
        self.export_button.setAutoDefault(False)

        self.left.addWidget(self.export_button)

        self.import_button = QPushButton(self.kinds_tab)
        self.import_button.setObjectName(u"import_button")
        self.import_button.setAutoDefault(False)

        self.left.addWidget(self.import_button)


        self.columns.addLayout(self.left)

        self.profile_scroll = QScrollArea(self.kinds_tab)
        self.profile_scroll.setObjectName(u"profile_scroll")
        self.profile_scroll.setFrameShape(QFrame.NoFrame)
        self.profile_scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarAlwaysOff)
        self.profile_scroll.setWidgetResizable(True)
        self.profile_edit = ProfileEdit()
        self.profile_edit.setObjectName(u"profile_edit")
        self.profile_edit.setProperty(u"role", u"plain")
        self.profile_scroll.setWidget(self.profile_edit)

        self.columns.addWidget(self.profile_scroll)

        self.right = QVBoxLayout()
        self.right.setSpacing(8)
        self.right.setObjectName(u"right")
        self.try_label = QLabel(self.kinds_tab)
        self.try_label.setObjectName(u"try_label")
        self.try_label.setProperty(u"role", u"strong")

        self.right.addWidget(self.try_label)

        self.sample_edit = QPlainTextEdit(self.kinds_tab)
        self.sample_edit.setObjectName(u"sample_edit")

        self.right.addWidget(self.sample_edit)

        self.result_view = QTextBrowser(self.kinds_tab)
        self.result_view.setObjectName(u"result_view")

        self.right.addWidget(self.result_view)


        self.columns.addLayout(self.right)

        self.columns.setStretch(1, 7)
        self.columns.setStretch(2, 3)
        self.tabs.addTab(self.kinds_tab, "")
        self.rules_tab = QWidget()
        self.rules_tab.setObjectName(u"rules_tab")
        self.rules_rows = QVBoxLayout(self.rules_tab)
        self.rules_rows.setObjectName(u"rules_rows")
        self.rules_rows.setContentsMargins(0, -1, 0, 0)
        self.tabs.addTab(self.rules_tab, "")
        self.places_tab = QWidget()
        self.places_tab.setObjectName(u"places_tab")
        self.places_rows = QVBoxLayout(self.places_tab)
        self.places_rows.setObjectName(u"places_rows")
        self.places_rows.setContentsMargins(0, 0, 0, 0)
        self.tabs.addTab(self.places_tab, "")
        self.references_tab = QWidget()
        self.references_tab.setObjectName(u"references_tab")
        self.references_rows = QVBoxLayout(self.references_tab)
        self.references_rows.setObjectName(u"references_rows")
        self.references_rows.setContentsMargins(0, 0, 0, 0)
        self.tabs.addTab(self.references_tab, "")

        self.rows.addWidget(self.tabs)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.problem_label = QLabel(KindsDialog)
        self.problem_label.setObjectName(u"problem_label")
        self.problem_label.setWordWrap(True)
        self.problem_label.setProperty(u"role", u"must")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.problem_label.sizePolicy().hasHeightForWidth())
        self.problem_label.setSizePolicy(sizePolicy)

        self.buttons.addWidget(self.problem_label)

        self.save_button = QPushButton(KindsDialog)
        self.save_button.setObjectName(u"save_button")
        self.save_button.setAutoDefault(False)

        self.buttons.addWidget(self.save_button)

        self.close_button = QPushButton(KindsDialog)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setAutoDefault(False)

        self.buttons.addWidget(self.close_button)


        self.rows.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.try_label.setBuddy(self.sample_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(KindsDialog)
    # setupUi

    def retranslateUi(self, KindsDialog):
        KindsDialog.setWindowTitle(QCoreApplication.translate("KindsDialog", u"Check settings", None))
#if QT_CONFIG(accessibility)
        self.kinds_list.setAccessibleName(QCoreApplication.translate("KindsDialog", u"Kinds", None))
#endif // QT_CONFIG(accessibility)
        self.new_button.setText(QCoreApplication.translate("KindsDialog", u"New kind", None))
        self.restore_button.setText(QCoreApplication.translate("KindsDialog", u"As shipped", None))
        self.export_button.setText(QCoreApplication.translate("KindsDialog", u"Export\u2026", None))
        self.import_button.setText(QCoreApplication.translate("KindsDialog", u"Import\u2026", None))
        self.try_label.setText(QCoreApplication.translate("KindsDialog", u"Try it on a text", None))
#if QT_CONFIG(accessibility)
        self.sample_edit.setAccessibleName(QCoreApplication.translate("KindsDialog", u"Try it on a text", None))
#endif // QT_CONFIG(accessibility)
        self.sample_edit.setPlaceholderText(QCoreApplication.translate("KindsDialog", u"Write or paste a text: what this kind would say of it stands below.", None))
#if QT_CONFIG(accessibility)
        self.result_view.setAccessibleName(QCoreApplication.translate("KindsDialog", u"What the check says", None))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.kinds_tab), QCoreApplication.translate("KindsDialog", u"Kinds", None))
        self.tabs.setTabText(self.tabs.indexOf(self.rules_tab), QCoreApplication.translate("KindsDialog", u"Rules", None))
        self.tabs.setTabText(self.tabs.indexOf(self.places_tab), QCoreApplication.translate("KindsDialog", u"Place names", None))
        self.tabs.setTabText(self.tabs.indexOf(self.references_tab), QCoreApplication.translate("KindsDialog", u"Documents and speeches", None))
        self.save_button.setText(QCoreApplication.translate("KindsDialog", u"Save this kind", None))
        self.close_button.setText(QCoreApplication.translate("KindsDialog", u"Close", None))
    # retranslateUi

