/**
 * What was handed in, as papers call it. Both words are feminine and begin alike: « votre demande », « la déclaration » agree
 * with the same sentence.
 */
export type HandedIn = 'demande' | 'déclaration'

/** A payment is called so on its own receipt alone: a letter about one answers what was asked of it. */
export const handedIn = ({ nature }: { readonly nature?: 'declaration' | 'payment' | undefined }): HandedIn =>
  nature === 'declaration' ? 'déclaration' : 'demande'
