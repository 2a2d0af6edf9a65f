### الكلمات التي تضاف إلى النصوص عند نشرها.

kind-statement = بيان
kind-declaration = إعلان
kind-communique = بلاغ
kind-press-release = نشرة صحفية
kind-notice = إشعار

dateline = { $place }، { $date }
letterhead-number = الرقم { $number }
letterhead-revision = التنقيح { $revision }
letterhead-fingerprint = بصمة النص (SHA-256): { $fingerprint }

notice-draft = مسودة للاطلاع. ليست للنشر.
notice-embargo = محظور النشر حتى { $until }.
notice-unofficial = هذه ترجمة غير رسمية. النصوص ذات الحجية هي: { $languages }.
notice-authoritative = لهذا النص وللنصوص باللغات التالية حجية متساوية: { $languages }.
notice-unofficial-in = هذه ترجمة غير رسمية، والحجية للنصوص المحررة باللغات التالية: { $languages }.
notice-authoritative-in = لهذا النص وللنصوص باللغات التالية حجية متساوية: { $languages }.
notice-definitive = هذا النص هو النص ذو الحجية، وتكون له الغلبة على ترجماته.
notice-automated = ترجم هذا النص آليا ولم يراجعه أحد.
notice-corrigendum = صوب في { $date }.
notice-addendum = أضيف إليه في { $date }.
notice-revision = نقح في { $date }.
notice-withdrawal = سحب في { $date }.
notice-withdrawn = سحب هذا النص.

page-skip = الانتقال إلى النص
page-languages = اللغات
page-formats = صيغ أخرى:
page-parallel = نصوص متقابلة:
page-missing = غير متاح بهذه اللغة
page-all = جميع البيانات
page-home = اختيار اللغة
page-notices = عن هذا النص
page-notes = الحواشي
page-note = الحاشية { $number }
page-note-back = العودة إلى موضع الحاشية { $number }
page-table = الجدول { $number }
table-label = { $column }:
page-here = رابط إلى هذا الموضع
page-elsewhere = الموضع نفسه ({ $language })

index-statements = البيانات
index-empty = لم ينشر أي بيان بعد.
index-only-in = متاح فقط باللغة: { $language }
index-withdrawn = مسحوب
index-choose = اختر لغتك
index-feeds = الاشتراك:

where-title = لغات كل بيان
where-statement = البيان
where-unofficial = ترجمة غير رسمية
where-official = نص رسمي
where-authoritative = نص ذو حجية
where-definitive = النص ذو الحجية
where-missing = غير متاح
where-missing-count = غير متاح: { $count }

mail-subject = { $notice }: { $title }
mail-draft = مسودة
mail-embargo = محظور النشر
mail-withdrawal = مسحوب
mail-corrigendum = تصويب
mail-addendum = إضافة
mail-revision = تنقيح
mail-here = النص بهذه اللغة يرد أدناه في هذه الرسالة أو في الملف المرفق { $file }.

# Arabic as it is written in Egypt, with digits of its own.
format-conventions = ar-EG
format-date = { DATETIME($date, dateStyle: "long") }
format-moment = { DATETIME($date, dateStyle: "long", timeStyle: "short", timeZoneName: "shortOffset") }

language-in = { $name }
