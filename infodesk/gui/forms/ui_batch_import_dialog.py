# Generated from forms/batch_import_dialog.ui by forms/compile.py: edit that form, not this file.
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QDialog, QFrame,
    QHBoxLayout, QHeaderView, QLabel, QPushButton,
    QSizePolicy, QSpacerItem, QStackedWidget, QTableView,
    QVBoxLayout, QWidget)

class Ui_BatchImportDialog(object):
    def setupUi(self, BatchImportDialog):
        if not BatchImportDialog.objectName():
            BatchImportDialog.setObjectName(u"BatchImportDialog")
        BatchImportDialog.resize(720, 540)
        self.layout_1 = QVBoxLayout(BatchImportDialog)
        self.layout_1.setSpacing(12)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(20, 18, 20, 16)
        self.stack = QStackedWidget(BatchImportDialog)
        self.stack.setObjectName(u"stack")
        self.choose_page = QWidget()
        self.choose_page.setObjectName(u"choose_page")
        self.layout_2 = QVBoxLayout(self.choose_page)
        self.layout_2.setSpacing(12)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.drop_frame = QFrame(self.choose_page)
        self.drop_frame.setObjectName(u"drop_frame")
        self.drop_frame.setProperty(u"role", u"drop")
        self.layout_3 = QVBoxLayout(self.drop_frame)
        self.layout_3.setSpacing(12)
        self.layout_3.setObjectName(u"layout_3")
        self.spacer_4 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_3.addItem(self.spacer_4)

        self.drop_label = QLabel(self.drop_frame)
        self.drop_label.setObjectName(u"drop_label")
        self.drop_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.drop_label.setProperty(u"role", u"brand")

        self.layout_3.addWidget(self.drop_label)

        self.drop_hint_label = QLabel(self.drop_frame)
        self.drop_hint_label.setObjectName(u"drop_hint_label")
        self.drop_hint_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.drop_hint_label.setWordWrap(True)
        self.drop_hint_label.setProperty(u"role", u"muted")

        self.layout_3.addWidget(self.drop_hint_label)

        self.layout_5 = QHBoxLayout()
        self.layout_5.setObjectName(u"layout_5")
        self.spacer_6 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_5.addItem(self.spacer_6)

        self.choose_button = QPushButton(self.drop_frame)
        self.choose_button.setObjectName(u"choose_button")

        self.layout_5.addWidget(self.choose_button)

        self.spacer_7 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_5.addItem(self.spacer_7)


        self.layout_3.addLayout(self.layout_5)

        self.spacer_8 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_3.addItem(self.spacer_8)


        self.layout_2.addWidget(self.drop_frame)

        self.problem_label = QLabel(self.choose_page)
        self.problem_label.setObjectName(u"problem_label")
        self.problem_label.setWordWrap(True)
        self.problem_label.setProperty(u"role", u"must")

        self.layout_2.addWidget(self.problem_label)

        self.layout_9 = QHBoxLayout()
        self.layout_9.setSpacing(8)
        self.layout_9.setObjectName(u"layout_9")
        self.spacer_10 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_9.addItem(self.spacer_10)

        self.cancel_button = QPushButton(self.choose_page)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.layout_9.addWidget(self.cancel_button)


        self.layout_2.addLayout(self.layout_9)

        self.layout_2.setStretch(0, 1)
        self.stack.addWidget(self.choose_page)
        self.plan_page = QWidget()
        self.plan_page.setObjectName(u"plan_page")
        self.layout_11 = QVBoxLayout(self.plan_page)
        self.layout_11.setSpacing(10)
        self.layout_11.setObjectName(u"layout_11")
        self.layout_11.setContentsMargins(0, 0, 0, 0)
        self.batch_label = QLabel(self.plan_page)
        self.batch_label.setObjectName(u"batch_label")
        self.batch_label.setText(u"")
        self.batch_label.setWordWrap(True)
        self.batch_label.setProperty(u"role", u"brand")

        self.layout_11.addWidget(self.batch_label)

        self.origin_label = QLabel(self.plan_page)
        self.origin_label.setObjectName(u"origin_label")
        self.origin_label.setText(u"")
        self.origin_label.setWordWrap(True)
        self.origin_label.setProperty(u"role", u"muted")

        self.layout_11.addWidget(self.origin_label)

        self.plan_view = QTableView(self.plan_page)
        self.plan_view.setObjectName(u"plan_view")
        self.plan_view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.plan_view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.plan_view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.plan_view.setShowGrid(False)

        self.layout_11.addWidget(self.plan_view)

        self.summary_label = QLabel(self.plan_page)
        self.summary_label.setObjectName(u"summary_label")
        self.summary_label.setText(u"")
        self.summary_label.setWordWrap(True)
        self.summary_label.setProperty(u"role", u"strong")

        self.layout_11.addWidget(self.summary_label)

        self.apply_problem_label = QLabel(self.plan_page)
        self.apply_problem_label.setObjectName(u"apply_problem_label")
        self.apply_problem_label.setWordWrap(True)
        self.apply_problem_label.setProperty(u"role", u"must")

        self.layout_11.addWidget(self.apply_problem_label)

        self.layout_12 = QHBoxLayout()
        self.layout_12.setSpacing(8)
        self.layout_12.setObjectName(u"layout_12")
        self.other_button = QPushButton(self.plan_page)
        self.other_button.setObjectName(u"other_button")
        self.other_button.setAutoDefault(False)

        self.layout_12.addWidget(self.other_button)

        self.spacer_13 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_12.addItem(self.spacer_13)

        self.apply_button = QPushButton(self.plan_page)
        self.apply_button.setObjectName(u"apply_button")

        self.layout_12.addWidget(self.apply_button)

        self.leave_button = QPushButton(self.plan_page)
        self.leave_button.setObjectName(u"leave_button")
        self.leave_button.setAutoDefault(False)

        self.layout_12.addWidget(self.leave_button)


        self.layout_11.addLayout(self.layout_12)

        self.layout_11.setStretch(2, 1)
        self.stack.addWidget(self.plan_page)
        self.result_page = QWidget()
        self.result_page.setObjectName(u"result_page")
        self.layout_14 = QVBoxLayout(self.result_page)
        self.layout_14.setSpacing(12)
        self.layout_14.setObjectName(u"layout_14")
        self.layout_14.setContentsMargins(0, 0, 0, 0)
        self.result_label = QLabel(self.result_page)
        self.result_label.setObjectName(u"result_label")
        self.result_label.setText(u"")
        self.result_label.setWordWrap(True)
        self.result_label.setProperty(u"role", u"brand")

        self.layout_14.addWidget(self.result_label)

        self.result_detail_label = QLabel(self.result_page)
        self.result_detail_label.setObjectName(u"result_detail_label")
        self.result_detail_label.setText(u"")
        self.result_detail_label.setWordWrap(True)

        self.layout_14.addWidget(self.result_detail_label)

        self.spacer_15 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_14.addItem(self.spacer_15)

        self.layout_16 = QHBoxLayout()
        self.layout_16.setSpacing(8)
        self.layout_16.setObjectName(u"layout_16")
        self.spacer_17 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_16.addItem(self.spacer_17)

        self.close_button = QPushButton(self.result_page)
        self.close_button.setObjectName(u"close_button")

        self.layout_16.addWidget(self.close_button)


        self.layout_14.addLayout(self.layout_16)

        self.stack.addWidget(self.result_page)

        self.layout_1.addWidget(self.stack)


        self.retranslateUi(BatchImportDialog)

        self.choose_button.setDefault(True)

    # setupUi

    def retranslateUi(self, BatchImportDialog):
        BatchImportDialog.setWindowTitle(QCoreApplication.translate("BatchImportDialog", u"Take in a batch", None))
        self.drop_label.setText(QCoreApplication.translate("BatchImportDialog", u"Drop a batch file here", None))
        self.drop_hint_label.setText(QCoreApplication.translate("BatchImportDialog", u"It is verified first, and nothing is taken in before you have seen what it would change.", None))
        self.choose_button.setText(QCoreApplication.translate("BatchImportDialog", u"Choose a file\u2026", None))
        self.cancel_button.setText(QCoreApplication.translate("BatchImportDialog", u"Cancel", None))
#if QT_CONFIG(accessibility)
        self.plan_view.setAccessibleName(QCoreApplication.translate("BatchImportDialog", u"What the batch would change", None))
#endif // QT_CONFIG(accessibility)
        self.other_button.setText(QCoreApplication.translate("BatchImportDialog", u"Another file\u2026", None))
        self.apply_button.setText(QCoreApplication.translate("BatchImportDialog", u"Take it in", None))
        self.leave_button.setText(QCoreApplication.translate("BatchImportDialog", u"Leave it", None))
        self.close_button.setText(QCoreApplication.translate("BatchImportDialog", u"Close", None))
    # retranslateUi

