import Type from 'typebox';
import { FieldReader } from '../contracts/field-reader.ts';
import { lowerSchema } from '../contracts/lower-schema.ts';
import { oneOf, openObject, optional, result } from '../contracts/request.ts';
import { schemaId } from '../contracts/schema-id.ts';
import { withoutUndefined } from '../contracts/without-undefined.ts';
import type { PerformanceObservation } from '../observation/performance.ts';

export const WORDPRESS_BLOCK_EXERCISE_RESULT_SCHEMA = schemaId( 'wordpress-block-exercise-result' );

const MODES = [ 'render', 'serialize-parse', 'editor-insert-save' ] as const;
const COMMANDS = [ 'wordpress.block-render', 'wordpress.block-exercise' ] as const;
const STATUSES = [ 'ok', 'error', 'unsupported' ] as const;
const BLOCK_NAME = /^[a-z0-9-]+\/[a-z0-9-]+$/i;

export type WordPressBlockExerciseMode = ( typeof MODES )[ number ];
export type WordPressBlockExerciseCommand = ( typeof COMMANDS )[ number ];
export type WordPressBlockExerciseStatus = ( typeof STATUSES )[ number ];

export interface WordPressBlockExerciseInput {
	blockName: string;
	attrs?: Record< string, unknown >;
	content?: string;
	markup?: string;
	mode?: WordPressBlockExerciseMode;
	source?: string;
	metadata?: Record< string, unknown >;
}

export interface WordPressBlockExerciseIssue {
	code: string;
	message: string;
	severity?: 'error' | 'warning' | 'info';
}

export interface WordPressBlockExerciseOutputSummary {
	bytes: number;
	excerpt: string;
	hash: string;
}

export interface WordPressBlockExerciseResult {
	schema: typeof WORDPRESS_BLOCK_EXERCISE_RESULT_SCHEMA;
	command: WordPressBlockExerciseCommand;
	status: WordPressBlockExerciseStatus;
	blockName: string;
	attrs: Record< string, unknown >;
	input: WordPressBlockExerciseInput;
	mode: WordPressBlockExerciseMode;
	source: string;
	render?: WordPressBlockExerciseOutputSummary;
	serialized?: WordPressBlockExerciseOutputSummary;
	parsed?: { blockName?: string; attrs?: Record< string, unknown >; innerHTMLBytes?: number };
	validation?: { status: string; roundTripStable?: boolean };
	notices: WordPressBlockExerciseIssue[];
	errors: WordPressBlockExerciseIssue[];
	diagnostics: WordPressBlockExerciseIssue[];
	artifacts: Record< string, unknown >;
	artifactRefs: unknown[];
	performance?: PerformanceObservation;
	metadata?: Record< string, unknown >;
}

const issues = Type.Array( result( { code: Type.String(), message: Type.String() } ) );

export const blockExerciseResult = result( {
	schema: Type.Literal( WORDPRESS_BLOCK_EXERCISE_RESULT_SCHEMA ),
	command: oneOf( COMMANDS ),
	status: oneOf( STATUSES ),
	blockName: Type.String(),
	attrs: openObject(),
	input: openObject(),
	mode: oneOf( MODES ),
	source: Type.String(),
	render: optional( openObject() ),
	serialized: optional( openObject() ),
	parsed: optional( openObject() ),
	validation: optional( openObject() ),
	notices: issues,
	errors: issues,
	diagnostics: issues,
	artifacts: openObject(),
	artifactRefs: Type.Array( Type.Unknown() ),
	performance: optional( openObject() ),
	metadata: optional( openObject() ),
} );

export const WORDPRESS_BLOCK_EXERCISE_RESULT_JSON_SCHEMA = {
	$id: WORDPRESS_BLOCK_EXERCISE_RESULT_SCHEMA,
	...lowerSchema( blockExerciseResult ),
};

/**
 * @param  input What to do with a block.
 * @throws {TypeError} naming the field that does not fit.
 */
export function normalizeWordPressBlockExerciseInput( input: object ): WordPressBlockExerciseInput {
	const fields = new FieldReader( input, 'wordpress.block-exercise' );
	const blockName = fields.requiredText( 'blockName' );
	if ( ! BLOCK_NAME.test( blockName ) ) {
		fields.refuse( 'blockName', 'namespace/name' );
	}
	return withoutUndefined( {
		blockName,
		attrs: fields.record( 'attrs' ),
		content: fields.has( 'content' ) ? contentOf( fields, 'content' ) : undefined,
		markup: fields.has( 'markup' ) ? contentOf( fields, 'markup' ) : undefined,
		mode: fields.has( 'mode' ) ? fields.oneOf( 'mode', MODES ) : undefined,
		source: fields.text( 'source' ),
		metadata: fields.record( 'metadata' ),
	} );
}

/**
 * @param input   What was asked for.
 * @param command Which command was asked.
 */
export function createUnsupportedWordPressBlockExerciseResult(
	input: WordPressBlockExerciseInput,
	command: WordPressBlockExerciseCommand = 'wordpress.block-exercise'
): WordPressBlockExerciseResult {
	const mode = input.mode ?? 'render';
	const issue: WordPressBlockExerciseIssue = {
		code: 'block-exercise-unsupported',
		message: `${ command } does not support the mode ${ mode }.`,
		severity: 'error',
	};
	return {
		schema: WORDPRESS_BLOCK_EXERCISE_RESULT_SCHEMA,
		command,
		status: 'unsupported',
		blockName: input.blockName,
		attrs: input.attrs ?? {},
		input,
		mode,
		source: input.source ?? 'input',
		notices: [],
		errors: [ issue ],
		diagnostics: [ issue ],
		artifacts: {},
		artifactRefs: [],
	};
}

/** Content keeps its spaces. */
function contentOf( fields: FieldReader, name: string ): string {
	const value = fields.raw( name );
	return typeof value === 'string' ? value : fields.refuse( name, 'a string' );
}
