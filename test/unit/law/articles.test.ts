import { describe, expect, test } from 'vitest'
import { citesText } from '../../../shared/domain/law/articles.ts'

describe('words that give the reasons of a refusal', () => {
  test.each([
    'art. 4',
    'art 78 du code civil',
    'Article 4 du règlement',
    'article 1er de l’arrêté',
    'L’article premier du règlement intérieur',
    'ARTICLE 12 DU RÈGLEMENT',
    'l’article unique de l’arrêté',
    'article II-3',
    'article Ier de l’arrêté',
    'l’article IV du règlement du cimetière',
    'L’article UB 10 du PLU',
    'article N 2 du PLU',
    'article 1AU 4 du règlement de zone',
    'art. UAa-7',
    'articles L. 114-5 et suivants',
    'art. R*421-2',
    'L313-3',
    'l313-3',
    'L. 211-2 du CRPA',
    'A. 123-4 du code de commerce',
    'CRPA L114-5',
    'CSS, D. 861-1',
    'CGI 1680',
    'CGI, 1680',
    'RGPD, 17',
    'PLU, UB 10',
    'C. civ. 78',
    'C. éduc., R131-3',
    'C. urb. R. 431-4',
    'le code civil, 78',
    'décret n° 2020-811',
    'loi du 6 janvier 1978',
    'arrêté du 3 mars 2025',
    'Arrêté municipal n° 12',
    'délibération du 3 mars 2025',
    'règlement intérieur du 1er septembre 2024',
    'circulaire du 5 mai 2021',
  ])('cite a text: « %s »', (said) => {
    expect(citesText(said)).toBe(true)
  })

  test.each([
    'Un article de presse',
    'Un article de presse du 3 mars 2026',
    'L’article du 3 mars',
    'L’ARTICLE DU 3 MARS',
    'Un article de 3 pages',
    'Articles de sport, 12 pièces',
    'L’art de la ponctualité',
    'Une pancarte 12',
    'Départ 3 jours trop tard',
    'Il y a 3-4 mois',
    'Le code civil le dit',
    'Le code postal 77000 manque',
    'Le règlement de 35 € n’est pas joint',
    'Le règlement de 1 250 € n’est pas joint',
    'La carte d’identité n° 123456789012 est périmée',
    'Le CERFA 12100 est incomplet',
    'Il manque 3 pièces',
    'Dossier déposé le 3 mars 2026',
    'La loi l’interdit',
  ])('cite none: « %s »', (said) => {
    expect(citesText(said)).toBe(false)
  })
})
