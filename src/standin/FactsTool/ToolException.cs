namespace Pulumi.Facts.Tool;

/// <summary>Something that a person has to put right.</summary>
internal sealed class ToolException(string message) : Exception(message);
