namespace Pulumi;

public abstract class InputArgs;
