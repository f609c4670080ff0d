import { expect, test } from 'vitest'
import sources from '../../../shared/procedures/compiled/sources.json' with { type: 'json' }

// The rules are every office's: the page of one prefect or of one town is no text of the others, and none of them shows it.

/** « Préfet de l’Hérault », « préfecture d’Ille-et-Vilaine », « mairie de Melun »: an authority with the name of its place. */
const ofAPlace =
  /(?:préfets?|préfectures?|mairies?|maires?|communes?|villes?|départements?|conseil départemental|académie|caisse) (?:de (?:la |l’)?|du |des |d’)\p{Lu}/u

test('no text of the base is that of one place', () => {
  const local = Object.values(sources).filter(({ libellé }) => ofAPlace.test(libellé))
  expect(local.map(({ libellé }) => libellé)).toEqual([])
  for (const label of [
    'préfet de l’Hérault, retrait des titres',
    'préfecture d’Ille-et-Vilaine',
    'mairie de Melun',
  ])
    expect(label).toMatch(ofAPlace)
})
