/** The pieces of this folder by path: one lazy script, which the display asks for at the first word in this language. */
export default import.meta.glob<string>('./*.ogg', { query: '?inline', import: 'default', eager: true })
