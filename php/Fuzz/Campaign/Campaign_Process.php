<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Campaign;

use WP_Codebox\Errors\Errors;
use WP_Codebox\Fuzz\Decoys\Sacrificial_Plugin;
use WP_Codebox\Fuzz\Envelope\Content_Digest;
use WP_Codebox\Fuzz\Fuzz_Services;
use WP_Codebox\Fuzz\Inventory\Inventory;
use WP_Codebox\Fuzz\Oracles\Site_Facts;
use WP_Codebox\Fuzz\Run\Event_Log;
use WP_Codebox\Fuzz\Run\Json_Line;
use WP_Error;

/**
 * A campaign in a process that was loaded as a REST request is: reads one line of settings, writes progress,
 * case results and the result document as lines.
 */
final class Campaign_Process {

	/** Bytes of memory that a case may take. */
	private const CASE_BYTES = 268435456;

	/**
	 * @param Fuzz_Services $services The parts.
	 */
	public function __construct( private readonly Fuzz_Services $services ) {}

	/**
	 * @param resource $settings One line: the settings of run().
	 * @param resource $messages Takes {progress}, {case}, {event} and, at the end, {result} or {error}.
	 */
	public function work( $settings, $messages ): void {
		$write  = static function ( array $message ) use ( $messages ): void {
			fwrite( $messages, Json_Line::of( $message ) ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- A pipe.
		};
		$result = $this->run( (array) json_decode( (string) fgets( $settings ), true ), $write );
		$write(
			is_wp_error( $result )
				? array(
					'error' => array(
						'code'    => $result->get_error_code(),
						'message' => $result->get_error_message(),
						'data'    => $result->get_error_data(),
					),
				)
				: array( 'result' => $result )
		);
	}

	/**
	 * @param array                 $settings {plan, selection, roles, oracles, severities, mutations, caseSeconds, cases: whether case results are wanted, events: whether log lines are}.
	 * @param \Closure(array):void  $write    Takes {progress}, {case} and {event}.
	 * @return array|WP_Error The result document.
	 */
	public function run( array $settings, \Closure $write ): array|WP_Error {
		$plan       = new Campaign_Plan( ...$settings['plan'] );
		$generation = $this->services->generation();
		$oracles    = $this->services->oracles()->choose( $settings['oracles'], $settings['severities'] );
		$code       = is_wp_error( $oracles ) ? $oracles : $generation->code( $settings['selection'] );
		if ( is_wp_error( $code ) ) {
			return $code;
		}
		$site = new Site_Preparation( $settings['selection'], $settings['mutations'] );
		try {
			$site->prepare( $settings['roles'] );
			$decoys    = $site->plant( $plan->seed );
			$inventory = $this->as_administrator( static fn(): Inventory|WP_Error => $generation->inventory( $code, $settings['roles'] ) );
			if ( is_wp_error( $inventory ) ) {
				return $inventory;
			}
			$setup  = new Lane_Setup( $settings['selection'], self::files( $inventory ), $settings['oracles'], $settings['severities'], $settings['mutations'], $settings['caseSeconds'], self::CASE_BYTES, $decoys );
			$lanes  = new Watched_Lanes( $this->services->lanes( $setup ), Content_Digest::of_site( array( Sacrificial_Plugin::folder() ) ) );
			$result = $this->campaign( $plan, $setup, $inventory, $lanes, $settings, $write )->run( $plan );
			array_push( $result['diagnostics'], ...$lanes->diagnostics() );
			// A request may name a decoy by its id: a replay puts it there again.
			$result['metadata']['decoys'] = array_filter( array_column( array_map( static fn( string $marker, array $decoy ): array => array( $marker, $decoy['id'] ), array_keys( $decoys ), $decoys ), 1, 0 ), 'is_int' );
			return $result;
		} catch ( \RuntimeException $failed ) {
			return Errors::make( 'wp_codebox_fuzz_worker_failed', $failed->getMessage() );
		} finally {
			$site->clear();
		}
	}

	private function campaign( Campaign_Plan $plan, Lane_Setup $setup, Inventory $inventory, Case_Lanes $lanes, array $settings, \Closure $write ): Campaign {
		$findings = $this->services->comparison( $setup );
		return new Campaign(
			$inventory,
			$this->services->generation()->generator( $inventory, $plan->seed, $plan->allow_mutations ),
			$lanes,
			$findings,
			new Confirmation( $lanes, $findings ),
			new Second_User( $lanes, $findings, Site_Facts::of_this_site() ),
			new Message_Sink( $settings['cases'] ? $write : null ),
			static fn( Campaign_Tally $tally, float $left ) => $write( array( 'progress' => Progress_Line::of( $tally, $left ) ) ),
			$settings['events'] ? static function ( Case_Outcome $outcome ) use ( $write ): void {
				foreach ( Event_Log::lines( $outcome->fuzz_case->id, $outcome->observation ) as $line ) {
					$write( array( 'event' => $line ) );
				}
			} : null
		);
	}

	/**
	 * Some plugins register routes for those only who may use them.
	 *
	 * @template T
	 * @param \Closure():T $read What to do meanwhile.
	 * @return T
	 */
	private function as_administrator( \Closure $read ): mixed {
		$before = get_current_user_id();
		$ids    = get_users(
			array(
				'role'   => 'administrator',
				'number' => 1,
				'fields' => 'ID',
			)
		);
		wp_set_current_user( (int) ( $ids[0] ?? 0 ) );
		try {
			return $read();
		} finally {
			wp_set_current_user( $before );
		}
	}

	/**
	 * @return list<string> Where the callbacks of the inventory are defined.
	 */
	private static function files( Inventory $inventory ): array {
		$files = array();
		foreach ( array( ...$inventory->endpoints, ...$inventory->abilities ) as $target ) {
			foreach ( array( $target->callback(), $target->permission_callback() ) as $reference ) {
				if ( null !== $reference && '' !== $reference->file ) {
					$files[ $reference->file ] = true;
				}
			}
		}
		return array_map( 'strval', array_keys( $files ) );
	}
}
