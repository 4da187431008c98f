public import EtudeSample

extension SampledPositions: PositionSource {}
