// Written by electron/host/law/compile.ts: change the rules, not this list.
import attestationAccueil1 from './attestation-accueil-1.json' with { type: 'json' }
import autre1 from './autre-1.json' with { type: 'json' }
import c2s1 from './c2s-1.json' with { type: 'json' }
import carteGrise1 from './carte-grise-1.json' with { type: 'json' }
import cni1 from './cni-1.json' with { type: 'json' }
import copieActe1 from './copie-acte-1.json' with { type: 'json' }
import deces1 from './deces-1.json' with { type: 'json' }
import elections1 from './elections-1.json' with { type: 'json' }
import headers from './headers.json' with { type: 'json' }
import impots1 from './impots-1.json' with { type: 'json' }
import inscriptionScolaire1 from './inscription-scolaire-1.json' with { type: 'json' }
import legalisation1 from './legalisation-1.json' with { type: 'json' }
import naissance1 from './naissance-1.json' with { type: 'json' }
import pacs1 from './pacs-1.json' with { type: 'json' }
import paiement1 from './paiement-1.json' with { type: 'json' }
import passeport1 from './passeport-1.json' with { type: 'json' }
import prestationsFamiliales1 from './prestations-familiales-1.json' with { type: 'json' }
import primeActivite1 from './prime-activite-1.json' with { type: 'json' }
import recensement1 from './recensement-1.json' with { type: 'json' }
import reclamationFiscale1 from './reclamation-fiscale-1.json' with { type: 'json' }
import rsa1 from './rsa-1.json' with { type: 'json' }
import sejour1 from './sejour-1.json' with { type: 'json' }
import sejour2 from './sejour-2.json' with { type: 'json' }
import urbanisme1 from './urbanisme-1.json' with { type: 'json' }

/** The rule files of this program, as JSON: each is read when it is asked for. */
export const compiledProcedures: readonly (() => unknown)[] = [
  () => attestationAccueil1,
  () => autre1,
  () => c2s1,
  () => carteGrise1,
  () => cni1,
  () => copieActe1,
  () => deces1,
  () => elections1,
  () => impots1,
  () => inscriptionScolaire1,
  () => legalisation1,
  () => naissance1,
  () => pacs1,
  () => paiement1,
  () => passeport1,
  () => prestationsFamiliales1,
  () => primeActivite1,
  () => recensement1,
  () => reclamationFiscale1,
  () => rsa1,
  () => sejour1,
  () => sejour2,
  () => urbanisme1,
]

/** What each of them says at its head, in the same order. */
export const compiledHeaders = (): readonly unknown[] => headers
