import { waysOf, type PosterTexts } from '../posterTexts.ts'

export const postersEs: PosterTexts = {
  titles: {
    rule: 'La regla de la cola',
    priorities: 'Quién es atendido con prioridad',
    complain: 'Reclamar, recurrir, recibir ayuda',
    rights: 'Sus derechos en esta ventanilla',
    data: 'Sus datos en esta ventanilla',
  },
  priorities: {
    lead: 'Estas tarjetas y situaciones dan prioridad en la cola.',
    how: [
      'Diga «prioridad» en el terminal o en la recepción, o muestre su tarjeta.',
      'El motivo nunca se muestra ni se anuncia: solo lo conoce el agente que le atiende.',
      'No se interrumpe a nadie: se le llama a la próxima ventanilla libre.',
    ],
    grounds: 'Lo que da prioridad aquí',
    local: 'regla local, publicada por esta oficina',
    text: 'Lo que dice la ley (en francés)',
  },
  complain: {
    lead: 'Toda reclamación recibe un acuse de recibo con fecha y una respuesta. No se le pide ninguna nota.',
    here: 'Reclamar aquí',
    hereHow: (address) => [
      'En la ventanilla o en la recepción, de palabra o por escrito: pida el resguardo.',
      `Por correo, correo electrónico o teléfono: ${waysOf(address)}.`,
    ],
    contest: 'Recurrir una decisión',
    contestHow: [
      'El plazo y la dirección están escritos en la decisión o en el acuse de recibo.',
      'Si no lo están, ese plazo no puede oponerse contra usted (CRPA, art. L112-6; CJA, art. R421-5).',
      'Una denegación debe dar sus motivos de derecho y de hecho (CRPA, art. L211-2 y L211-5).',
    ],
    defender: 'Defensor de los derechos (Défenseur des droits)',
    defenderHow: [
      'Gratuito e independiente: puede acudir a él si no se respetan sus derechos (CRPA, art. L424-1).',
      'Sin sello: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07. Teléfono: 09 69 39 00 00.',
    ],
  },
  rights: {
    lead: 'La administración también tiene obligaciones con usted.',
    list: [
      'Su solicitud se recibe y se fecha, aunque falte un documento (CRPA, art. L114-5).',
      'Un acuse de recibo indica el plazo, el valor del silencio y los recursos (CRPA, art. L112-3 y R112-5).',
      'Lo que una administración ya tiene no se le vuelve a pedir (CRPA, art. L113-12).',
      'Una solicitud enviada a la oficina equivocada se transmite, y se le avisa (CRPA, art. L114-2).',
      'Usted conoce el nombre y el cargo del agente, salvo por motivos de seguridad (CRPA, art. L111-2).',
      'Un primer error de buena fe puede corregirse sin sanción (CRPA, art. L123-1).',
      'Si lo pide, se le da una constancia con fecha de su visita, aunque se vaya antes de ser llamado.',
      'Si es sordo o tiene dificultades de audición, puede pedir que la conversación sea escrita (ley de 11 de febrero de 2005, art. 78).',
    ],
    data: 'Sus datos: puede preguntar en la recepción qué se conserva sobre usted, pedir que se corrija, se limite o se borre (RGPD, art. 15 a 18) y después acudir a la CNIL.',
  },
  data: {
    lead: (office) => `Responsable de sus datos: ${office}.`,
    list: [
      'Para qué: recibirle por turno, tramitar su solicitud y guardar la prueba. Es una misión de servicio público y una obligación legal (RGPD, art. 6, 1, c y e).',
      'Qué: la hora de su visita; su nombre, su solicitud, sus respuestas y la lista de sus documentos, si los da. No se hace ninguna copia de su documento de identidad.',
      'Quién los ve: los agentes de la oficina, y la administración que decide si es otra.',
      'Cuánto tiempo: cada tipo de dato tiene su plazo, que la recepción le dice. Un archivo público solo se elimina con la autorización de los archivos (C. patr., art. L214-3).',
      'Sus derechos: acceso, rectificación, limitación, oposición, y supresión cuando la ley lo permite (RGPD, art. 15 a 21).',
    ],
    ask: (contact) => `Pídalo aquí: ${contact}`,
    cnil: 'Si la respuesta no le conviene: CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris CEDEX 07, cnil.fr.',
  },
  translated: 'Traducido a título informativo: el texto francés es el que vale.',
}
