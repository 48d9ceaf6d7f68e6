package requestpath.payload;

/** A class with getters and setters that stands for a record. */
public interface Bean extends RecordForm {}
