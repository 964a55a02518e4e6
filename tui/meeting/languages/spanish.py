"""The words of Spanish."""

from tui.meeting.languages.language import Language

SPANISH = Language(
    code="es",
    name="Spanish",
    names="español|espanol|spanish|castellano",
    language_keys="idioma|lengua",
    months=(
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre|setiembre", "octubre",
        "noviembre", "diciembre",
    ),
    weekdays=("lunes", "martes", "miércoles|miercoles", "jueves", "viernes", "sábado|sabado", "domingo"),
    date_keys="fecha|fecha y hora|día|cuándo|fecha de la reunión|día y hora|fecha/hora|fecha de reunión"
              "|fecha de convocatoria|fecha y hora de la reunión",
    time_keys="hora|horario|comienzo|hora de inicio|inicio",
    place_keys="lugar|sala|dirección|dónde|sede|lugar de la reunión|local",
    chair_keys="presidente|presidenta|preside|presidencia|modera|moderador|moderadora",
    minutes_keys="secretario|secretaria|acta|toma de notas|actas",
    title_keys="título|asunto|reunión|órgano",
    other_keys="teléfono|correo|convoca|de|para|convocados|convocante",
    next_keys="próxima reunión|próxima sesión|fecha de la próxima reunión",
    resolution_keys="acuerdos|acuerdo|número de acuerdo|números de acuerdos|resoluciones",
    page_keys="páginas|página|folios|folio",
    agenda="orden del día|orden del dia|agenda|temario|temas|puntos del orden del día|puntos a tratar|asuntos a tratar"
           "|temas a tratar",
    openers="apertura de la sesión|apertura|bienvenida",
    items="punto|tema|asunto",
    members="asistentes|convocados|convocadas|presentes|participantes|miembros|asisten|vocales|miembros presentes",
    attending="también asisten|además asisten|también presentes",
    guests="invitados|invitadas|invitado|invitada",
    observers="observadores|observadoras",
    apologies="excusan|excusa asistencia|excusa su asistencia"
    "|excusados|disculpas|excusan su asistencia|excusan su ausencia|justifican su ausencia|excusas",
    absent="ausentes|ausente|no asisten",
    meets="reunión|sesión|asamblea|se reunirá|tendrá lugar|se celebrará|junta|convoca|convocatoria|se convoca",
    bodies="club|junta|asociación|ayuntamiento|comité|consejo|comisión|comunidad|cooperativa|sociedad|federación|asamblea"
    "|fundación|pleno|sindicato|peña|cofradía",
    at_place="en la|en el|en los|en las|en",
    columns=(
        ("number", "n.º|nº|núm.|número|n"),
        ("item", "tema|asunto|punto|descripción|contenido|temas|puntos|asuntos"),
        ("presenter", "expone|ponente|responsable|presenta|quién|a cargo de"),
        ("minutes", "duración|minutos|tiempo|min"),
        ("time", "hora|horario"),
        ("paper", "documento|anexo|documentos|anexos|adjunto"),
        ("name", "nombre|miembro|asistente|nombre y apellidos|nombres"),
        ("role", "cargo|función|entidad|organización|rol"),
        ("abbreviation", "iniciales|siglas"),
        ("presence", "asistencia|estado|presente|asiste"),
        ("other", "objetivo|tipo|acuerdo|observaciones|fase|finalidad"),
    ),
)  # fmt: skip
