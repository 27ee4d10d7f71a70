package bongsu.ops.bench.rules;

import bongsu.ops.bench.rules.DroolsFacts.Count;
import bongsu.ops.bench.rules.DroolsFacts.Fence;
import bongsu.ops.bench.rules.DroolsFacts.Fix;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.internal.io.ResourceFactory;
import org.kie.internal.utils.KieHelper;
import org.locationtech.jts.geom.Polygon;

/** Two rules over facts, {@code fences.drl}; each position updates its fact and fires. */
final class DroolsContender implements Contender {
  private final KieSession session;
  private final Count count = new Count();
  private final Map<Integer, Fix> fixes = new HashMap<>();
  private final Map<Integer, FactHandle> handles = new HashMap<>();

  DroolsContender(List<Polygon> fences) {
    session = new KieHelper()
        .addResource(
            ResourceFactory.newClassPathResource("bongsu/ops/bench/rules/fences.drl"),
            ResourceType.DRL)
        .build(ExecutableModelProject.class)
        .newKieSession();
    session.setGlobal("count", count);
    for (Polygon fence : fences) session.insert(new Fence(fence));
  }

  @Override
  public int move(Walks walks, int from, int batch) {
    int first = walks.place(from);
    for (int i = from; i < from + batch; i++) {
      Fix fix = fixes.computeIfAbsent(walks.things[first + i - from], Fix::new);
      fix.move(walks.xM[i], walks.yM[i]);
      FactHandle known = handles.get(fix.getThing());
      if (known == null) handles.put(fix.getThing(), session.insert(fix));
      else session.update(known, fix);
      session.fireAllRules();
    }
    return count.take();
  }

  @Override
  public void close() {
    session.dispose();
  }
}
