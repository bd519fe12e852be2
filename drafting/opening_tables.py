"""Which words open paragraphs, language by language; ``drafting.opening_words`` makes patterns of them.

Words are parted by ``|``. ``before`` and ``after`` are what may stand around a verb and is in italics with
it; ``feeling`` is what is expressed ("its deep concern"), by the verbs of ``expressing``. All are pieces
of regular expressions. In Russian, Chinese and Arabic the preamble is told by its endings too.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """The opening words of one language."""

    preambular: str
    operative: str
    before: str
    after: str
    expressing: tuple[str, str]  # in the preamble, in the operative part
    feeling: str
    joining: str = "and"
    any_preambular: str = ""  # what the verbs of the preamble look like that the list lacks
    any_operative: str = ""


_EN_NOUN = (
    "concerns?|appreciation|gratitude|support|solidarity|condemnation|commitments?|determination|"
    "satisfaction|regrets?|alarm|sympathy|condolences|conviction|hope|thanks|distress|compassion|resolve|"
    "abhorrence|recognition|opposition|belief|interest|disappointment|admiration|dismay|outrage|"
    "indignation|readiness|expectations?|commendation|invitations?|requests?|calls? upon|calls? for|"
    "calls?|appeals?|demands?|"
    "endorsement|approval|intention|encouragement"
)
_EN_HOW = (
    r"(?:(?:very|much|most|deep|deepest|great|greatest|grave|gravest|serious|strong|strongest|particular|"
    r"profound|full|utmost|increasing|growing|continued|continuing|renewed|sincere|warm|heartfelt|special|"
    r"unwavering|unequivocal|firm|extreme|immense|previous) )*"
)
_EN = Table(
    preambular=(
        "Acknowledging|Acting|Affirming|Alarmed|Appalled|Appreciating|Aware|Bearing in mind|Being|Believing|"
        "Calling for|Calling attention|Calling upon|Cognizant|Commending|Committed|Concerned|Condemning|"
        "Confident|Confirming|Conscious|Considering|Convinced|Deploring|Desiring|Desirous|Determined|"
        "Disappointed|Dismayed|Distressed|Disturbed|Emphasizing|Encouraged|Encouraging|Ever mindful|"
        "Expecting|Fulfilling|Grateful|Guided|Having adopted|Having (?:also )?considered|"
        "Having (?:also )?examined|"
        "Having heard|Having listened|Having met|Having noted|Having received|Having regard|Having reviewed|"
        "Having studied|Having taken note|Highlighting|Honouring|Inspired|Inviting|Keeping in mind|"
        "Looking forward|Mindful|Noting|Observing|Outraged|Paying tribute|Pursuing|Realizing|"
        "Re-emphasizing|Reaffirming|Recalling|Recognizing|Recommitting|Referring|Regretting|Reiterating|"
        "Rejecting|Remaining concerned|Remaining convinced|Remembering|Resolved|Saddened|Seized|Seriously|"
        "Shocked|Stressing|Supporting|Taking into account|Taking into consideration|Taking note|Troubled|"
        "Underlining|Underscoring|Urging|Welcoming|Wishing"
    ),
    operative=(
        "Acknowledges|Adopts|Affirms|Agrees|Appeals|Applauds|Appreciates|Appropriates|Approves|Authorizes|"
        "Believes|Brings to the attention|Calls attention|Calls for|Calls on|Calls once again upon|"
        "Calls upon|Calls|Commends|Commits|Concurs|Condemns|Confirms|Congratulates|Considers|Declares|"
        "Decides|Demands|Deplores|Designates|Determines|Directs|Draws attention|Draws the attention|"
        "Elects|Emphasizes|Encourages|Endorses|Establishes|Highlights|Instructs|Invites|Looks forward|Notes|"
        "Pays tribute|Proclaims|Proposes|Re-emphasizes|Reaffirms|Recalls|Recognizes|Recommends|Recommits|"
        "Reconfirms|Refers|Regrets|Reiterates|Rejects|Remains concerned|Remains|Reminds|Renews|Requests|"
        "Resolves|Stresses|Strives|Suggests|Supports|Takes into account|Takes into consideration|Takes note|"
        "Thanks|Trusts|Underlines|Underscores|Urges|Welcomes"
    ),
    before=(
        "Also|Further|Once again|Again|Deeply|Gravely|Seriously|Strongly|Firmly|Fully|Greatly|Particularly|"
        "Profoundly|Solemnly|Urgently|Unequivocally|Warmly|Equally|Extremely|Continues to be"
    ),
    after=(
        f"also|further|again|once again|once more|in particular|especially|firmly|unequivocally|"
        f"in this regard|"
        rf"(?:again )?with (?:{_EN_HOW})(?:{_EN_NOUN}|reservations?|caution|approval|great care)"
        rf"(?: and {_EN_HOW}(?:{_EN_NOUN}))?|"
        "in the strongest (?:possible )?terms|without reservation|(?:deeply |gravely )?concerned"
    ),
    expressing=(
        "Expressing|Reiterating|Reaffirming|Renewing|Underlining|Emphasizing|Declaring|Extending|Sharing|"
        "Affirming",
        "Expresses|Reiterates|Reaffirms|Renews|Underlines|Emphasizes|Declares|Extends|Shares|Affirms",
    ),
    feeling=rf"(?:(?:also |further |once again )?(?:its |the )?){_EN_HOW}(?:{_EN_NOUN})"
    rf"(?:(?:,| and| or|, and) (?:its )?{_EN_HOW}(?:{_EN_NOUN}))*",
    any_preambular=r"[A-Z](?:\p{Ll}|-)+ing(?<!^During|^Concerning|^Regarding|^Following|^According|"
    r"^Notwithstanding|^Including|^Nothing|^Everything|^Something)",
    any_operative=r"[A-Z](?:\p{Ll}|-)+s",
)

_FR_NOUN = (
    "préoccupations?|satisfaction|inquiétudes?|regrets?|intérêt|reconnaissance|gratitude|appréciation|"
    "consternation|indignation|solidarité|soutien|appui|conviction|espoir|attachement|engagements?|"
    "détermination|remerciements?|condoléances|sympathie|condamnation|alarme|tristesse|volonté|adhésion|"
    "émotion|gravité|fermeté|force|vigueur|énergie|insistance|approbation"
)
_FR_HOW = (
    r"(?:(?:une|un|la|le|son|sa|ses|très|plus|beaucoup|de|d’|profonde?s?|grande?s?|grave?s?|vive?s?|vif|"
    r"sérieuse?s?|ferme|plein|pleine|sincères?|extrême|particulière|forte|toute) ?)*"
)
_FR = Table(
    preambular=(
        "Accueillant|Affirmant|Agissant|Alarmée|Appréciant|Attachée|Attendant|Ayant adopté|Ayant à l’esprit|"
        "Ayant entendu|Ayant examiné|Ayant présente? à l’esprit|Ayant reçu|Ayant conscience|Ayant étudié|"
        "Comptant|Condamnant|Confiante|Confirmant|Consciente|Considérant|Constatant|Consternée|Convaincue|"
        "Craignant|Demandant|Déplorant|Désireuse|Déterminée|Encouragée|Encourageant|Engageant|Estimant|"
        "Exhortant|Exprimant|Faisant observer|Félicitant|Gardant à l’esprit|Guidée|Indignée|Inquiète|"
        "Insistant|Inspirée|Invitant|Jugeant|Louant|Mettant en avant|Mettant en exergue|Mettant en relief|"
        "Mettant l’accent|Mesurant|Notant|Observant|Prenant acte|Prenant en compte|Prenant en considération|"
        "Prenant note|Préoccupée|Priant|Rappelant|Réaffirmant|Recommandant|Reconnaissant|Regrettant|"
        "Réitérant|Rejetant|Relevant|Remerciant|Rendant hommage|Renouvelant|Résolue|S’engageant|"
        "S’inquiétant|S’inspirant|Sachant|Saluant|Se déclarant|Se disant|Se félicitant|Se référant|"
        "Sensible|Signalant|Souhaitant|Soulignant|Tenant compte|Troublée|Vivement préoccupée|Désirant|"
        "Soucieuse|Regardant|Révoltée|Choquée"
    ),
    operative=(
        "Accueille|Adopte|Affirme|Appelle l’attention|Appelle|Apprécie|Approuve|Appuie|Attend|Autorise|"
        "Charge|Compte|Condamne|Confirme|Considère|Constate|Convient|Décide|Déclare|Demande|Déplore|"
        "Désigne|Encourage|Engage|Estime|Exhorte|Exige|Exprime|Fait appel|Fait observer|Fait sienn?e?s?|"
        "Fait sien|Félicite|Forme|Garde à l’esprit|Insiste|Invite|Juge|Lance un appel|Loue|Met en exergue|"
        "Met l’accent|Note|Observe|Préconise|Prend acte|Prend en considération|Prend note|Prie|Proclame|"
        "Propose|Rappelle|Réaffirme|Recommande|Reconnaît|Regrette|Réitère|Rejette|Relève|Remercie|"
        "Rend hommage|Renouvelle|Reste|S’engage|S’inquiète|Sait gré|Salue|Se déclare|Se dit|Se félicite|"
        "Se réjouit|Souhaite|Souligne|Souscrit|Soutient|Tient compte|Considère"
    ),
    before=(
        "Également|De nouveau|Profondément|Gravement|Vivement|Sérieusement|Extrêmement|Fermement|Pleinement"
    ),
    after=(
        "également|aussi|en outre|de nouveau|à nouveau|une fois de plus|une fois encore|par ailleurs|"
        "en particulier|instamment|énergiquement|fermement|vivement|vigoureusement|solennellement|derechef|"
        rf"avec {_FR_HOW}(?:{_FR_NOUN})(?: profonde| grave| vive)?|à cet égard|catégoriquement|"
        "(?:gravement |profondément |vivement |extrêmement |sérieusement )?(?:préoccupée|inquiète|alarmée)|"
        "dans les termes les plus (?:vifs|énergiques)|sans réserve|avec force"
    ),
    expressing=("Exprimant|Réaffirmant|Réitérant|Renouvelant", "Exprime|Réaffirme|Réitère|Renouvelle"),
    feeling=rf"(?:de nouveau |également )?{_FR_HOW}(?:{_FR_NOUN})(?: profonde?| vive| grave)?"
    rf"(?: et {_FR_HOW}(?:{_FR_NOUN}))?",
    joining="et",
    any_preambular=r"(?:S[e’] ?)?[A-ZÀ-Ý]\p{Ll}+ant|S[e’] ?\p{Ll}+ant",
    any_operative=r"(?:S[e’] ?\p{Ll}+|[A-ZÀ-Ý]\p{Ll}+)",
)

_ES_NOUN = (
    "preocupación|preocupaciones|reconocimiento|agradecimiento|gratitud|apoyo|solidaridad|condena|"
    "compromiso|determinación|satisfacción|pesar|alarma|aprecio|interés|inquietud|convicción|esperanza|"
    "compasión|condolencias|consternación|beneplácito|voluntad|repudio|rechazo|firmeza|profundidad|pesadumbre"
)
_ES_HOW = (
    r"(?:(?:su|sus|el|la|más|muy|profund[oa]s?|grave|seri[oa]|gran|honda|viv[oa]|enérgic[oa]|fuerte|firme|"
    r"plen[oa]|sincer[oa]|especial|extrema|inquebrantable|inequívoc[oa]|creciente|constante|particular) )*"
)
_ES = Table(
    preambular=(
        "Acogiendo con agrado|Acogiendo con beneplácito|Acogiendo con satisfacción|Acogiendo|Actuando|"
        "Afirmando|Aguardando con interés|Alarmada|Alentada|Alentando|Apoyando|Apreciando|Celebrando|"
        "Complacida|Compartiendo|Condenando|Confiando|Confirmando|Consciente|Considerando|Consternada|"
        "Convencida|Creyendo|Decidida|Deplorando|Deseando|Deseosa|Destacando|Encomiando|Enfatizando|"
        "Esperando|Estimando|Exhortando|Expresando|Guiada|Guiándose|Habiendo aprobado|Habiendo considerado|"
        "Habiendo escuchado|Habiendo examinado|Habiendo oído|Habiendo recibido|Haciendo hincapié|"
        "Haciendo notar|Hondamente preocupada|Indignada|Inquieta|Insistiendo|Inspirada|Instando|Invitando|"
        "Lamentando|Manifestando|Notando|Observando|Poniendo de manifiesto|Poniendo de relieve|Preocupada|"
        "Reafirmando|Recalcando|Rechazando|Reconociendo|Recordando|Reiterando|Renovando|Resaltando|Resuelta|"
        "Rindiendo homenaje|Sabiendo|Señalando|Solicitando|Subrayando|Teniendo en consideración|"
        "Teniendo en cuenta|Teniendo en mente|Teniendo presente|Tomando conocimiento|"
        "Tomando en consideración|"
        "Tomando nota|Valorando"
    ),
    operative=(
        "Acoge con agrado|Acoge con beneplácito|Acoge con satisfacción|Acoge|Acuerda|Adopta|Afirma|"
        "Agradece|Aguarda con interés|Alienta|Apoya|Apremia|Aprecia|Aprueba|Asigna|Autoriza|Celebra|"
        "Condena|Confía|Confirma|Conviene|Considera|Decide|Declara|Deplora|Designa|Destaca|Encarga|Encomia|"
        "Enfatiza|Espera|Establece|Estima|Exhorta|Exige|Expresa|Felicita|Hace hincapié|Hace notar|"
        "Hace suy[oa]s?|Hace un llamamiento|Hace un llamado|Insiste|Insta|Invita|Lamenta|Manifiesta|Observa|"
        "Pide|Pone de relieve|Proclama|Propone|Reafirma|Recalca|Rechaza|Recomienda|Reconoce|Recuerda|"
        "Reitera|Renueva|Resuelve|Rinde homenaje|Ruega|Saluda|Señala a la atención|Señala|Solicita|Subraya|"
        "Sugiere|Suscribe|Tiene en cuenta|Tiene presente|Toma conocimiento|Toma en consideración|Toma nota|"
        "Valora"
    ),
    before="También|Asimismo|Profundamente|Gravemente|Seriamente|Hondamente|Sumamente|Muy|Plenamente|Firmemente",
    after=(
        "también|asimismo|además|de nuevo|nuevamente|una vez más|en particular|encarecidamente|enérgicamente|"
        "firmemente|categóricamente|inequívocamente|a este respecto|igualmente|"
        rf"con {_ES_HOW}(?:{_ES_NOUN})|en los términos más enérgicos|sin reservas|"
        "(?:profundamente |gravemente |seriamente |sumamente )?(?:preocupada|alarmada)"
    ),
    expressing=(
        "Expresando|Reiterando|Reafirmando|Renovando|Manifestando",
        "Expresa|Reitera|Reafirma|Renueva|Manifiesta",
    ),
    feeling=rf"(?:una vez más |de nuevo |también |asimismo )?{_ES_HOW}(?:{_ES_NOUN})"
    rf"(?: (?:profund[oa]|más profund[oa]|más enérgica|permanente|constante|inquebrantable))?"
    rf"(?: y {_ES_HOW}(?:{_ES_NOUN}))?",
    joining="[ye]",
    any_preambular=r"[A-ZÁÉÍÓÚÑ]\p{Ll}+(?:ando|iendo|yendo|ándose|iéndose)",
    any_operative=r"(?:Se )?[A-ZÁÉÍÓÚÑ]\p{Ll}+",
)

_RU_NOUN = (
    "озабоченность(?:ю)?|обеспокоенность(?:ю)?|признательность(?:ю)?|удовлетворение(?:м)?|сожаление(?:м)?|"
    "тревог(?:у|ой)|поддержку|солидарность|осуждение(?:м)?|приверженность|решимость|интерес(?:ом)?|"
    "благодарность(?:ю)?|надежду|убеждение|убежденность|соболезнования|сочувствие|готовность|уверенность|"
    "возмущение|разочарование|одобрение(?:м)?|беспокойство(?:м)?"
)
_RU_HOW = (
    r"(?:(?:свою|свое|свои|самую|самое|глубок(?:ую|ое|ие|ой|им)|серьезн(?:ую|ое|ой|ым)|крайн(?:юю|ее|ей|им)|"
    r"больш(?:ую|ое|ой|им)|искренн(?:юю|ее|ие)|полную|твердую|решительн(?:ую|ое)|особую|особое|"
    r"неизменную|неуклонную|всемерную|категорическое|чувств[оа]м?|сильн(?:ую|ое|ой|ым)|растущую) )*"
)
_RU = Table(
    preambular=(
        "будучи преисполнена решимости|будучи|вновь подтверждая|воздавая должное|воодушевленная|"
        "встревоженная|выражая|высоко оценивая|действуя|желая|заслушав|заявляя|изучив|имея в виду|исходя|"
        "констатируя|напоминая|настоятельно призывая|обращая внимание|осознавая|особо отмечая|осуждая|"
        "отвергая|отдавая должное|отдавая себе отчет|отмечая|памятуя|побуждая|поддерживая|подтверждая|"
        "подчеркивая|поощряя|получив|полагая|понимая|признавая|призывая|приветствуя|придавая|"
        "принимая во внимание|принимая к сведению|провозглашая|рассмотрев|руководствуясь|сожалея|сознавая|"
        "ссылаясь|стремясь|считая|убежденная|указывая|учитывая|ценя|полностью сознавая|осведомленная"
    ),
    operative=(
        "благодарит|вновь заявляет|воздает должное|выделяет|выражает|высоко оценивает|декларирует|"
        "заявляет|избирает|констатирует|напоминает|настаивает|настоятельно призывает|обращает внимание|"
        "обращается с призывом|обращается|одобряет|особо отмечает|осуждает|отвергает|отдает должное|"
        "отмечает|побуждает|поддерживает|подтверждает|подчеркивает|поздравляет|поощряет|поручает|"
        "постановляет|предлагает|предоставляет|призывает|признает|приветствует|принимает во внимание|"
        "принимает к сведению|принимает решение|принимает|провозглашает|просит|рекомендует|решает|"
        "с нетерпением ожидает|сожалеет|соглашается|ссылается|считает|требует|убеждена|уполномочивает|"
        "указывает|утверждает|учитывает|учреждает|ценит|с интересом ожидает"
    ),
    before=(
        "вновь|также|далее|глубоко|особо|настоятельно|решительно|самым решительным образом|серьезно|"
        rf"полностью|высоко|с {_RU_HOW}(?:{_RU_NOUN})|еще раз|крайне|твердо|торжественно|"
        rf"самым категорическим образом|"
        "безоговорочно|кроме того|с удовлетворением|ежегодно"
    ),
    after=(
        "также|далее|вновь|еще раз|в частности|"
        rf"с {_RU_HOW}(?:{_RU_NOUN})|"
        "(?:глубоко |серьезно |крайне )?(?:обеспокоена|озабочена|встревожена|убеждена|воодушевлена|"
        "потрясена)|"
        "самым решительным образом|в самых решительных выражениях|в этой связи"
    ),
    expressing=("выражая|подтверждая|заявляя", "выражает|подтверждает|заявляет"),
    feeling=rf"(?:также |вновь )?{_RU_HOW}(?:{_RU_NOUN})(?: и {_RU_HOW}(?:{_RU_NOUN}))?",
    joining="и",
    any_preambular=r"\p{L}\p{Ll}{3,}(?:ая|яя|уя|ясь|аясь|вшись|чив|рев|шав|жая|вая)(?!\p{L})",
    any_operative=r"\p{L}\p{Ll}+(?:ет|ит|ется|ится|ют)(?!\p{L})",
)

_ZH = Table(
    preambular=(
        "回顾|忆及|重申|认识到|意识到|确认|铭记|注意到|欢迎|强调|深信|相信|确信|关切|关注|深为关切|考虑到|审议了|"
        "审查了|承认|遵循|申明|谴责|赞扬|赞赏|决心|念及|感到关切|感到震惊|表示关切|表示赞赏|表示深为关切|表示严重关切|"
        "严重关切|震惊|遗憾地注意到|关切地注意到|赞赏地注意到|满意地注意到|感兴趣地注意到|痛惜|深感不安|期待|希望|"
        "收到|听取了|肯定|支持|鼓励|呼吁|促请|敦促|着重指出|指出|感谢|致力于|本着|根据|依照|坚信|知悉|牢记|"
        "表示感谢|表示遗憾|表示声援|表示支持|极为关切|惊悉|不安地注意到"
    ),
    operative=(
        "决定|请|吁请|敦促|促请|呼吁|鼓励|邀请|欢迎|强调|重申|注意到|表示注意到|赞赏|谴责|确认|承认|认识到|建议|"
        "核可|通过|赞同|申明|回顾|表示感谢|表示赞赏|表示关切|表示深为关切|表示严重关切|要求|宣布|授权|关切地注意到|"
        "赞赏地注意到|满意地注意到|感谢|赞扬|支持|期待|痛惜|指出|着重指出|认为|同意|核准|批准|声明|提醒|重新承诺|"
        "强烈谴责|最强烈地谴责|强烈敦促|肯定|祝贺|表示支持|表示声援|表示遗憾|遗憾地注意到|反对|拒绝|指示|设立|指定"
    ),
    before="又|还|并|再|再次|也|进一步|深为|深感|深切|严重|强烈|最强烈地|赞赏地|关切地|满意地|郑重|坚决|特别|"
    "表示赞赏地|极为|高兴地|充分|迫切|继续",
    after="",
    expressing=("表示", "表示"),
    feeling="(?:深为|深切|严重|极为|特别)?(?:关切|赞赏|感谢|遗憾|支持|声援|震惊|不安|谴责)",
    joining="并",
)

_AR_TAIL = (
    "أيضا|كذلك|مرة أخرى|من جديد|مجددا|مع التقدير|مع القلق|مع الارتياح|مع الأسف|مع بالغ القلق|مع القلق البالغ|"
    "مع الاهتمام|بقوة|بشدة|بوجه خاص|علما|علما أيضا|علما مع التقدير|علما كذلك|في اعتبارها|في الاعتبار|"
    "في الحسبان|بعين الاعتبار|إلى أن|القلق|بالغ القلق|شديد القلق|القلق البالغ|القلق الشديد|قلق بالغ|"
    "عميق القلق|"
    "الجزع|عن قلقها|عن قلقها البالغ|عن قلقها العميق|عن بالغ قلقها|عن القلق|عن بالغ القلق|عن تقديرها|"
    "عن خالص تقديرها|عن بالغ تقديرها|عن امتنانها|عن تأييدها|عن دعمها|عن تضامنها|عن أسفها|عن استيائها|تأكيد|"
    "التأكيد|الإعراب|باهتمام|باستياء|بارتياح|بقلق|بالتقدير|بأسف|إزاء"
)
_AR = Table(
    preambular=(
        r"و?إذ (?:لا )?[تي]\p{L}+|و?إذ (?:هي|ما زالت?) \p{L}+|و?قد (?:نظرت|درست|استعرضت|تلقت|استمعت|اعتمدت|"
        r"أحاطت)|"
        r"و?اقتناعا منها|و?إدراكا منها|و?إيمانا منها|و?تصميما منها|و?رغبة منها|و?حرصا منها|و?عزما منها|"
        r"و?تسليما منها|و?وعيا منها|و?تأكيدا منها|و?استرشادا منها|و?إذ"
    ),
    operative=(
        "تؤكد|تطلب|تهيب|تحث|تدعو|تشجع|تقرر|ترحب|تشير|تلاحظ|تحيط|تعرب|تعيد|تكرر|تسلم|تدرك|تدين|تشيد|توصي|"
        "تعترف|تناشد|تشدد|تبرز|تثني|تقر|تؤيد|تعتمد|توافق|تأذن|تعلن|تشجب|تأسف|تتطلع|تضع|تأخذ|تلتزم|تكرس|"
        "تجدد|تحذر|تنوه|تقدر|ترفض|تطالب|تهنئ|تشكر|تعرض|تسترعي|توجه|تذكر|تستنكر|تواصل|تعقد|تنشئ|يساورها|"
        "يقلقها|تصر|تعتزم|تعتبر|ترى|توعز|تحتفل|تثق|تأمل|تعقد العزم|تعيد التأكيد|تعيد تأكيد|تؤكد من جديد"
    ),
    before="",
    after=_AR_TAIL,
    expressing=("و?إذ تعرب", "تعرب"),
    feeling=r"عن (?:بالغ |عميق |خالص |شديد )?(?:قلقها|تقديرها|امتنانها|أسفها|تأييدها|دعمها|تضامنها|استيائها)"
    r"(?: البالغ| العميق| الشديد)?",
    joining="و",
    any_operative=r"[تي]\p{L}+",
)

TABLES: dict[str, Table] = {"en": _EN, "fr": _FR, "es": _ES, "ru": _RU, "zh": _ZH, "ar": _AR}
