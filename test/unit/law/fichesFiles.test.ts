import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadFiche } from '../../../electron/host/law/fiches/load.ts'
import { treeOfXml } from '../../../electron/host/law/fiches/xml.ts'
import { readFiche } from '../../../shared/procedures/fiches/read.ts'
import { ficheXml } from '../../fixtures/fiche.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-fiches-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function load(content: string | Uint8Array) {
  const path = join(folder, 'fichier')
  await writeFile(path, content)
  return loadFiche(path)
}

const publication = (inside: string, attributes = 'ID="F1"') =>
  `<Publication xmlns:dc="http://purl.org/dc/elements/1.1/" ${attributes}>${inside}</Publication>`
const title = '<dc:title>Essai</dc:title>'

describe('a file that is a fiche', () => {
  test('may be XML, the published JSON, or what xml-js itself writes: the fiche is the same', async () => {
    const tree = treeOfXml(ficheXml)
    const renamed = JSON.stringify(tree).replaceAll('"children":', '"elements":')
    const fiche = readFiche(tree)
    expect(fiche).toHaveProperty('id', 'F99901')
    for (const text of [
      ficheXml,
      `\uFEFF${ficheXml}`,
      JSON.stringify({ id: 'F99901', children: [tree] }),
      `{"elements":[${renamed}]}`,
    ])
      expect(await load(text)).toEqual({ fiche })
  })

  test('may have comments, CDATA and entities of XML', async () => {
    const text = publication(
      '<dc:title>A &amp; B &#233;<!-- non --></dc:title><Texte><Paragraphe><![CDATA[<c>]]></Paragraphe></Texte>',
    )
    expect(await load(text)).toMatchObject({
      fiche: { title: 'A & B é', lines: [{ kind: 'texte', text: '<c>' }] },
    })
  })
})

describe('a file that is no fiche is refused by a sentence', () => {
  const nested = (depth: number) => publication(title + '<a>'.repeat(depth) + '</a>'.repeat(depth))
  const bomb = `<?xml version="1.0"?>
<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>
${publication('<dc:title>&c;</dc:title>')}`
  const stranger = `<!DOCTYPE b [<!ENTITY a SYSTEM "file:///etc/passwd">]>${publication('<dc:title>&a;</dc:title>')}`

  test.each([
    ['', 'est vide.'],
    [' \n', 'est vide.'],
    ['bonjour', 'n’est ni du XML ni du JSON.'],
    ['{"id":', 'n’est pas du JSON valide.'],
    ['{}', 'n’a pas la forme d’une fiche'],
    ['[]', 'n’a pas la forme d’une fiche'],
    ['{"children":[{"type":"element","name":"html"}]}', 'n’est pas une fiche : son premier élément'],
    ['{"children":[{"type":"element","name":"Publication","children":3}]}', 'n’a pas la forme d’une fiche'],
    [publication(title, 'ID="../x"'), 'n’a pas d’identifiant de fiche'],
    [publication(title, 'ID="F1" type="Thème"'), 'est une publication d’une autre sorte'],
    [publication(''), 'n’a pas de titre.'],
    ['<Publication><a></b></Publication>', 'n’est pas du XML bien formé (ligne 1).'],
    ['<Publication>\n\n&rien;</Publication>', 'n’est pas du XML bien formé (ligne 3).'],
    ['<Publication ID="F1">', 'n’est pas du XML bien formé'],
    ['<?xml version="1.0"?>', 'ne contient aucun élément'],
    [bomb, 'déclare un DOCTYPE'],
    [stranger, 'déclare un DOCTYPE'],
    [nested(5000), 'est imbriqué bien plus profondément'],
    [JSON.stringify(treeOfXml(nested(150))).replace('Publication', 'Autre'), 'n’est pas une fiche'],
    [`${'['.repeat(200)}${']'.repeat(200)}`, 'n’a pas la forme d’une fiche'],
    [new Uint8Array([0x3c, 0xe9, 0xe8, 0x3e]), 'n’est pas un texte en UTF-8.'],
    [new Uint8Array(21 * 1024 * 1024), 'est trop gros (22 Mo ; une fiche en fait moins d’un).'],
  ])('%#: %.40s', async (content, sentence) => {
    const loaded = await load(content)
    expect('sentence' in loaded ? loaded.sentence : loaded.fiche.id).toContain(sentence)
  })

  test('so is one whose JSON is nested beyond any fiche, without a fault of the stack', async () => {
    const deep = `${'{"type":"element","name":"a","children":['.repeat(3000)}${']}'.repeat(3000)}`
    expect(await load(`{"children":[${deep}]}`)).toEqual({
      sentence: 'est imbriqué bien plus profondément qu’une fiche.',
    })
  })

  test('so is one that has far more elements than a fiche', async () => {
    expect(await load(publication(title + '<a/>'.repeat(450_000)))).toMatchObject({
      sentence: expect.stringContaining('bien plus d’éléments') as string,
    })
  })

  test('so is one that is not there, or a folder', async () => {
    expect(await loadFiche(join(folder, 'absent.xml'))).toEqual({ sentence: 'n’existe pas.' })
    expect(await loadFiche(folder)).toEqual({ sentence: 'n’est pas un fichier.' })
  })
})
