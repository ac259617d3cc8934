<?php

declare( strict_types=1 );

namespace WP_Codebox\Runs;

use WP_Codebox\Artifacts\Artifact_Store;

/**
 * WordPress's exporter and eraser for the runs that a person started, and for the bundles that these runs delivered.
 */
final class Personal_Data {

	/**
	 * @param Run_Registry              $registry Runs.
	 * @param \Closure():Artifact_Store $store    Bundles; built when they are needed.
	 */
	public function __construct( private readonly Run_Registry $registry, private readonly \Closure $store ) {}

	public function add_exporter( array $exporters ): array {
		$exporters['wp-codebox-runs'] = array(
			'exporter_friendly_name' => __( 'WP Codebox runs', 'wp-codebox' ),
			'callback'               => array( $this, 'export' ),
		);
		return $exporters;
	}

	public function add_eraser( array $erasers ): array {
		$erasers['wp-codebox-runs'] = array(
			'eraser_friendly_name' => __( 'WP Codebox runs', 'wp-codebox' ),
			'callback'             => array( $this, 'erase' ),
		);
		return $erasers;
	}

	/**
	 * @param string $email Address of the person.
	 * @return array{data: list<array>, done: bool}
	 */
	public function export( string $email ): array {
		$items = array();
		foreach ( $this->runs_of( $email ) as $run ) {
			$items[] = array(
				'group_id'    => 'wp-codebox-runs',
				'group_label' => __( 'WP Codebox runs', 'wp-codebox' ),
				'item_id'     => 'wp-codebox-run-' . $run['id'],
				'data'        => array(
					array(
						'name'  => __( 'Kind', 'wp-codebox' ),
						'value' => $run['kind'],
					),
					array(
						'name'  => __( 'Started', 'wp-codebox' ),
						'value' => $run['createdAt'],
					),
					...( isset( $run['artifact']['id'] ) ? array(
						array(
							'name'  => __( 'Artifact bundle', 'wp-codebox' ),
							'value' => $run['artifact']['id'],
						),
					) : array() ),
				),
			);
		}
		return array(
			'data' => $items,
			'done' => true,
		);
	}

	/**
	 * @param string $email Address of the person.
	 * @return array{items_removed: int, items_retained: bool, messages: list<string>, done: bool}
	 */
	public function erase( string $email ): array {
		$removed  = 0;
		$messages = array();
		foreach ( $this->runs_of( $email ) as $run ) {
			$left = isset( $run['artifact']['id'] ) ? $this->discard( $run['artifact']['id'], $run['row'] ) : null;
			if ( null === $left ) {
				$this->registry->remove( $run['row'] );
				++$removed;
			} else {
				// Without the run nobody would know that the bundle is that person's.
				$messages[] = $left;
			}
		}
		return array(
			'items_removed'  => $removed,
			'items_retained' => array() !== $messages,
			'messages'       => $messages,
			'done'           => true,
		);
	}

	/**
	 * @param string $bundle Id of the bundle that a run delivered.
	 * @param int    $run_id Row id of the run.
	 * @return string|null Why it is still there; null when it is gone, or is another run's as well.
	 */
	private function discard( string $bundle, int $run_id ): ?string {
		if ( $this->registry->shares_bundle( $bundle, $run_id ) ) {
			return null;
		}
		$discarded = ( $this->store )()->discard( $bundle );
		return is_wp_error( $discarded ) && 'wp_codebox_artifact_not_found' !== $discarded->get_error_code() ? $discarded->get_error_message() : null;
	}

	private function runs_of( string $email ): array {
		$user = get_user_by( 'email', $email );
		return false === $user ? array() : $this->registry->of_user( $user->ID );
	}
}
