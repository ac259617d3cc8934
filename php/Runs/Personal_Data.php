<?php

declare( strict_types=1 );

namespace WP_Codebox\Runs;

/**
 * WordPress's exporter and eraser for the runs that a person started.
 */
final class Personal_Data {

	/**
	 * @param Run_Registry $registry Runs.
	 */
	public function __construct( private readonly Run_Registry $registry ) {}

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
		$runs = $this->runs_of( $email );
		foreach ( $runs as $run ) {
			$this->registry->remove( $run['row'] );
		}
		return array(
			'items_removed'  => count( $runs ),
			'items_retained' => false,
			'messages'       => array(),
			'done'           => true,
		);
	}

	private function runs_of( string $email ): array {
		$user = get_user_by( 'email', $email );
		return false === $user ? array() : $this->registry->of_user( $user->ID );
	}
}
