namespace EcsPlatform.Plans.Tests;

public class PropertyValueTests
{
    [Fact]
    public void Maps_with_the_same_entries_are_equal_however_they_were_filled()
    {
        var one = PropertyValue.Map.Of([Entry("a", 1), Entry("b", 2)]);
        var other = PropertyValue.Map.Of([Entry("b", 2), Entry("a", 1)]);
        one.ShouldBe(other);
        one.GetHashCode().ShouldBe(other.GetHashCode());
        one.ShouldNotBe(PropertyValue.Map.Of([Entry("a", 1)]));
        one.ShouldNotBe(PropertyValue.Map.Of([Entry("a", 1), Entry("b", 3)]));
    }

    [Fact]
    public void Lists_are_equal_in_the_same_order_only()
    {
        PropertyValue one = new PropertyValue.List([new PropertyValue.Number(1), new PropertyValue.Number(2)]);
        one.ShouldBe(new PropertyValue.List([new PropertyValue.Number(1), new PropertyValue.Number(2)]));
        one.ShouldNotBe(new PropertyValue.List([new PropertyValue.Number(2), new PropertyValue.Number(1)]));
    }

    [Fact]
    public void Values_of_different_kinds_are_never_equal()
    {
        PropertyValue[] values =
        [
            PropertyValue.Null.Value, PropertyValue.Unknown.Value, new PropertyValue.Text("1"), new PropertyValue.Number(1),
            new PropertyValue.Boolean(true), new PropertyValue.Secret("1"), new PropertyValue.Asset("1"), new PropertyValue.List([]),
            PropertyValue.Map.Empty,
        ];
        values.Distinct().Count().ShouldBe(values.Length);
    }

    private static KeyValuePair<string, PropertyValue> Entry(string key, double value) => KeyValuePair.Create<string, PropertyValue>(key, new PropertyValue.Number(value));
}
