/**
 * What `npm run bench:corpus` reads: a folder with plugin trees, and `corpus.json` in it that says what is known of them.
 * No tree is in this repository.
 */
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const trigger = Type.Object( {
	id: Type.String(),
	/** Method and route, as a finding's target has it; more than one where the same code answers several methods. */
	targets: Type.Array( Type.String(), { minItems: 1 } ),
	/** Any of these oracles counts. */
	oracles: Type.Array( Type.String(), { minItems: 1 } ),
	/** Only findings of one of these roles count; any when left out. */
	roles: Type.Optional( Type.Array( Type.String() ) ),
	/** Part of the finding's message. */
	message: Type.Optional( Type.String() ),
} );

/** PHP files in the corpus folder that make what a used site has (an option, an object); each runs in a process of its own. */
const setup = Type.Optional( Type.Array( Type.String() ) );

const corpusSchema = Type.Object( {
	pairs: Type.Array(
		Type.Object( {
			id: Type.String(),
			/** Folder name below wp-content/plugins. */
			slug: Type.String(),
			/** Folders below the corpus folder that hold `<slug>/`. */
			vulnerable: Type.String(),
			fixed: Type.String(),
			triggers: Type.Array( trigger ),
			setup,
		} )
	),
	wellKept: Type.Array( Type.Object( { id: Type.String(), slug: Type.String(), folder: Type.String(), setup } ) ),
} );

export type Corpus = Static< typeof corpusSchema >;
export type Trigger = Static< typeof trigger >;

/** A finding, as far as it is looked at here. */
export interface CorpusFinding {
	readonly fingerprint: string;
	readonly oracle: string;
	readonly message: string;
	readonly severity: string;
	readonly target: { readonly id: string };
	readonly roles?: readonly string[];
	readonly secondsToFirst?: number;
	readonly confirmation?: string;
}

/**
 * @param  folder The folder with `corpus.json`.
 * @throws {Error} when the file does not say what it has to.
 */
export function readCorpus( folder: string ): Corpus {
	const value: unknown = JSON.parse( readFileSync( join( folder, 'corpus.json' ), 'utf8' ) );
	return Value.Parse( corpusSchema, value );
}

/**
 * @param known    What is known.
 * @param findings What was found.
 * @return The findings that are this defect.
 */
export function matches( known: Trigger, findings: readonly CorpusFinding[] ): CorpusFinding[] {
	return findings.filter(
		( finding ) =>
			known.targets.includes( finding.target.id ) &&
			known.oracles.includes( finding.oracle ) &&
			( known.roles === undefined ||
				( finding.roles ?? [] ).some( ( role ) => known.roles!.includes( role ) ) ) &&
			( known.message === undefined || finding.message.includes( known.message ) )
	);
}
