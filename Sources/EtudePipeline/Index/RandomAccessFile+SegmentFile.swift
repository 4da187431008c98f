public import EtudeCurate
public import EtudeStore

extension RandomAccessFile: SegmentFile {}
