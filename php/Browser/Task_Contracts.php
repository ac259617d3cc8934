<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

use WP_Error;

/**
 * Makes task contracts: a session, what is to be done in it, in which phases, and how the files come back.
 * The contract is carried out by whoever holds it; nothing has run when it is made, and its phases say so.
 */
final class Task_Contracts {

	private const DEFAULT_CALLBACK = 'wp-codebox/persist-browser-artifact';

	/**
	 * @param Browser_Sessions  $sessions  Makes the session.
	 * @param Callbacks         $callbacks Gives out the capability.
	 * @param Session_Documents $documents Names of schemas.
	 */
	public function __construct(
		private readonly Browser_Sessions $sessions,
		private readonly Callbacks $callbacks,
		private readonly Session_Documents $documents
	) {}

	/**
	 * @param array $input Valid input of `create-browser-task-contract`.
	 * @return array|WP_Error browser-task-product-dto/v1.
	 */
	public function create( array $input ): array|WP_Error {
		$session = $this->sessions->create( $input );
		if ( is_wp_error( $session ) ) {
			return $session;
		}
		$document = array(
			'schema'     => $this->documents->schema( 'BROWSER_TASK_PRODUCT_DTO_SCHEMA' ),
			'success'    => $session['success'],
			'status'     => $session['success'] ? 'ready' : 'blocked',
			'session_id' => $session['session_id'],
			'primary'    => $session,
			'phases'     => $this->phases( $input['phases'] ?? array( array( 'kind' => 'materializer' ) ) ),
			'task_input' => array( 'goal' => $input['goal'] ) + array_intersect_key( $input, array_flip( array( 'task', 'recipe', 'metadata', 'orchestrator' ) ) ),
			'artifacts'  => array(),
		);
		if ( ! $session['success'] ) {
			return $document + array( 'error' => $session['error'] );
		}
		$callback = $this->callbacks->issue( $input['callback_ability'] ?? self::DEFAULT_CALLBACK, $session['session_id'] );
		return $document + array( 'preview_boot' => $session['preview_boot'] ) + ( null === $callback ? array() : array( 'callback' => $callback ) );
	}

	/**
	 * @param list<array> $phases As the caller wrote them.
	 * @return list<array>
	 */
	private function phases( array $phases ): array {
		return array_map(
			static fn( array $phase, int $index ): array => array(
				'id'     => $phase['id'] ?? 'phase-' . ( $index + 1 ),
				'status' => 'pending',
			) + $phase,
			$phases,
			array_keys( $phases )
		);
	}
}
