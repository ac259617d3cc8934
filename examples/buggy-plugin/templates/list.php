<?php

declare( strict_types=1 );
?>
<ul class="workshops"><li>Workshop</li></ul>
