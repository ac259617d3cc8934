import type { WordPressBlockEditorTargetDiscovery, WordPressBlockTypeDescriptor } from '../../discovery/inventories.ts';
import type { FuzzCoveragePlanContract } from '../coverage-plan-schema.ts';
import type { FuzzSuiteContract } from '../suite.ts';
import { coveragePlanOf, slug, suiteOf, type PlannedCase } from './case-plan.ts';
import type { WordPressInventoryFuzzSuiteOptions } from './options.ts';

const NAME = 'wordpress-block-discovery';

export interface WordPressBlockFuzzSuiteOptions extends Pick<
	WordPressInventoryFuzzSuiteOptions,
	'id' | 'version' | 'metadata'
> {
	/** A case that renders each block on the server; default true. */
	includeServerRender?: boolean;
	/** A case that inserts and saves each block that the inserter shows; default true. */
	includeEditorInsert?: boolean;
	editorPostType?: string;
}

/**
 * A suite that renders every block, and inserts and saves those that the editor's inserter shows.
 *
 * @param discovery What blocks there are.
 * @param options   What to do with them.
 */
export function wordpressBlockDiscoveryToFuzzSuite(
	discovery: WordPressBlockEditorTargetDiscovery,
	options: WordPressBlockFuzzSuiteOptions = {}
): FuzzSuiteContract {
	const executable = blockCases( discovery, options ).filter( ( { reason } ) => reason === undefined );
	return suiteOf(
		NAME,
		executable,
		discovery,
		{
			targetKinds: [ 'runtime' ],
			capabilities: [ 'runtime' ],
			commands: [ ...new Set( executable.map( ( { fuzzCase } ) => fuzzCase.target!.id! ) ) ],
		},
		options
	);
}

/**
 * @param discovery What blocks there are.
 * @param options   What to do with them.
 */
export function wordpressBlockDiscoveryToCoveragePlan(
	discovery: WordPressBlockEditorTargetDiscovery,
	options: WordPressBlockFuzzSuiteOptions = {}
): FuzzCoveragePlanContract {
	return coveragePlanOf(
		NAME,
		blockCases( discovery, options ),
		discovery,
		[ { id: 'wordpress.block-attribute-samples', label: 'Attributes to render a block with' } ],
		options
	);
}

/**
 * @param discovery What blocks there are.
 * @param options   What to do with them.
 */
export function blockCases(
	discovery: WordPressBlockEditorTargetDiscovery,
	{ includeServerRender = true, includeEditorInsert = true, editorPostType = 'post' }: WordPressBlockFuzzSuiteOptions
): PlannedCase[] {
	const postTypeIsThere = discovery.editorPostTypes.some( ( { name } ) => name === editorPostType );
	return discovery.blocks.flatMap( ( block ) => [
		...( includeServerRender ? [ { fuzzCase: blockCase( block, 'wordpress.block-render', 'render' ) } ] : [] ),
		...( includeEditorInsert
			? [
					{
						fuzzCase: blockCase( block, 'wordpress.block-exercise', 'editor-insert-save', editorPostType ),
						reason: insertReason( block, postTypeIsThere, editorPostType ),
					},
				]
			: [] ),
	] );
}

function insertReason( block: WordPressBlockTypeDescriptor, postTypeIsThere: boolean, postType: string ) {
	if ( ! block.supportsInserter ) {
		return { code: 'block_inserter_unsupported', message: 'The inserter does not show this block.' };
	}
	return postTypeIsThere
		? undefined
		: { code: 'block_editor_post_type_unavailable', message: `The editor has no post type ${ postType }.` };
}

function blockCase(
	block: WordPressBlockTypeDescriptor,
	command: string,
	mode: string,
	postType?: string
): PlannedCase[ 'fuzzCase' ] {
	return {
		id: `block-${ mode }-${ slug( block.name ) }`,
		target: { kind: 'runtime', id: command, entrypoint: command, label: block.title },
		input: {
			args: [
				`block-name=${ block.name }`,
				`attrs-json=${ JSON.stringify( block.exampleAttributes ?? {} ) }`,
				...( command === 'wordpress.block-exercise' ? [ `mode=${ mode }` ] : [] ),
			],
		},
		metadata: { block: block.name, mode, ...( postType ? { postType } : {} ) },
	};
}
